package io.jiangwen.text;

import io.jiangwen.text.Measure.Bound;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the numbers of Chinese and English text with their units, so that a sentence can be checked against its source:
 * full-width digits, digits grouped in thousands, Chinese numerals before a unit, ranges, dates, percentages.
 */
public final class Measures {
    private static final String N = "\\d{1,15}(?:\\.\\d{1,10})?";
    private static final String UNIT = MeasureUnits.PATTERN;

    private static final Pattern ANY = Pattern.compile("(?<![a-z0-9.])(?<first>" + N + ") ?(?<unit1>" + UNIT + ")?"
            + "(?: ?(?:[-~]|至|到|to|and(?= ?\\d)) ?(?<second>" + N + ") ?(?<unit2>" + UNIT + ")?)?(?![a-z0-9])");

    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\w.,])\\d{1,3}(?:,\\d{3}){1,6}(?![\\d,])");
    private static final Pattern PRODUCT = Pattern.compile("(?<=\\d)x(?=\\d)");
    private static final Pattern RATE =
            Pattern.compile("每(分钟|小时|秒|天|日|周|年) ?(?:大?约 ?)?(" + N + ") ?(" + MeasureUnits.ONE + ")(?!/)");
    private static final int BESIDE = 14;
    private static final String UP =
            "超过|大于|高于|多于|至少|不足够|≥|>|at least|more than|above|over|exceed(?:s|ing)?|greater than|larger than|higher than";
    private static final String DOWN =
            "小于|低于|少于|不足|至多|最多|≤|<|below|under|less than|at most|up to|within|lower than|smaller than";
    private static final String NOT = "(?:不|不得|不宜|不能|不应|不可|不要|勿|not|no|never) ?(?:be |a )?";
    private static final Pattern BEFORE =
            Pattern.compile("(?<not>" + NOT + ")?(?:(?<up>" + UP + ")|(?<down>" + DOWN + "))[^\\d,，。;；]{0,3}$");
    private static final Pattern AFTER =
            Pattern.compile("^ ?(?:(?<up>及?以上|or more|or higher|or longer)|(?<down>及?以下|以内|之内|or less|or lower))");

    private Measures() {}

    /** The form in which numbers are read: folded, words for numbers as digits, thousands joined. */
    public static String readable(String text) {
        String folded = Simplified.of(Normalizer.fold(text.replace("，", "， ")));
        folded = THOUSANDS.matcher(folded).replaceAll(grouped -> grouped.group().replace(",", ""));
        folded = PRODUCT.matcher(NumberWords.digits(folded)).replaceAll(" x ");
        return RATE.matcher(folded).replaceAll("$2$3每$1");
    }

    /** The numbers of a {@linkplain #readable readable} text in order; a range gives both ends. */
    public static List<Measure> in(String readable) {
        List<Measure> measures = new ArrayList<>();
        Matcher matcher = ANY.matcher(readable);
        while (matcher.find()) {
            String unit = matcher.group("unit2") == null ? matcher.group("unit1") : matcher.group("unit2");
            String first = matcher.group("unit1") == null ? unit : matcher.group("unit1");
            Bound bound = bound(readable, matcher.start(), matcher.end());
            measures.add(measure(matcher, "first", first, bound));
            if (matcher.group("second") != null) measures.add(measure(matcher, "second", unit, bound));
        }
        return List.copyOf(measures);
    }

    private static Measure measure(
            Matcher found, String group, @org.jspecify.annotations.Nullable String spelling, Bound bound) {
        double number = Double.parseDouble(found.group(group));
        TextRange range = new TextRange(found.start(group), found.end(group));
        if (spelling == null) return new Measure(number, number, "", bound, range);
        MeasureUnits.Unit unit = MeasureUnits.of(spelling);
        if (isDate(number, spelling)) return new Measure(number, number, "date", bound, range);
        return new Measure(number * unit.factor(), number, unit.dimension(), bound, range);
    }

    /** 2006年 is a year, 7月 and 1日 are part of a date unless they are counted (3个月). */
    private static boolean isDate(double number, String unit) {
        return (unit.equals("年") && number >= 1000) || unit.equals("月") || unit.equals("日");
    }

    private static Bound bound(String text, int start, int end) {
        Matcher after = AFTER.matcher(text.substring(end, Math.min(text.length(), end + BESIDE)));
        if (after.find()) return after.group("up") != null ? Bound.AT_LEAST : Bound.AT_MOST;
        Matcher before = BEFORE.matcher(text.substring(Math.max(0, start - BESIDE), start));
        if (!before.find()) return Bound.NONE;
        boolean up = (before.group("up") != null) != (before.group("not") != null);
        return up ? Bound.AT_LEAST : Bound.AT_MOST;
    }

    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
