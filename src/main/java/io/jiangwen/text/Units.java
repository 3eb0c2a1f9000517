package io.jiangwen.text;

import java.util.Map;

/** The units of a workshop, as patterns over folded text, and the one spelling of each. */
final class Units {
    private static final String BASE =
            "(?:mm[23]|[cd]m[23]|m[23]|[cdkmμun]?m|min|ms|kg|mg|μg|g|kgf|kn|gpa|mpa|kpa|hpa|pa|bar|psi"
                    + "|kw|kva|kv|mv|v|ma|ka|w|kj|j|[kmg]?hz|[km]?ω|ml|db|mol|ppm|k?wh|rev|t|n|h|s|l|°[cf]?|%|‰)";

    /** Latin units end where no letter follows; {@code 5 a day} are no amperes, and {@code r} stands only in {@code mm/r}. */
    static final String LATIN =
            "(?:(?:rpm|inch|r/(?:min|s)|(?<! )a|a(?! [a-z])|BASE(?:[·/](?:BASE|r)){0,2})(?![a-z0-9]))"
                    .replace("BASE", BASE);

    static final String HAN = "(?:转/分钟?|转每分钟?|毫米|厘米|微米|米|公斤|千克|克(?!服)|吨|兆帕|千瓦|千伏|伏|小时|分钟|秒钟?|摄氏度|度|丝|级)";

    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("um", "μm"),
            Map.entry("rpm", "r/min"),
            Map.entry("rev/min", "r/min"),
            Map.entry("转/分", "r/min"),
            Map.entry("转/分钟", "r/min"),
            Map.entry("转每分", "r/min"),
            Map.entry("转每分钟", "r/min"),
            Map.entry("毫米", "mm"),
            Map.entry("厘米", "cm"),
            Map.entry("微米", "μm"),
            Map.entry("米", "m"),
            Map.entry("公斤", "kg"),
            Map.entry("千克", "kg"),
            Map.entry("克", "g"),
            Map.entry("吨", "t"),
            Map.entry("兆帕", "mpa"),
            Map.entry("千瓦", "kw"),
            Map.entry("千伏", "kv"),
            Map.entry("伏", "v"),
            Map.entry("小时", "h"),
            Map.entry("分钟", "min"),
            Map.entry("秒", "s"),
            Map.entry("秒钟", "s"),
            Map.entry("摄氏度", "°c"),
            Map.entry("hbw", "hb"),
            Map.entry("hbs", "hb"));

    private Units() {}

    /** The one spelling of a unit or hardness scale. */
    static String spelling(String unit) {
        return SPELLINGS.getOrDefault(unit, unit);
    }
}
