package io.jiangwen.curation;

import io.jiangwen.curation.Anonymised.Kind;
import io.jiangwen.curation.Anonymised.Mask;
import io.jiangwen.text.ResourceLines;
import io.jiangwen.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names of companies by how they end. Chinese marks no word boundaries: a name begins after the last word that no
 * name contains. A legal form proves a name, so rather a word too many is hidden; behind 厂, 集团 or 公司 alone there
 * may be no name at all (出厂, 铸造厂).
 */
final class CompanyNames {
    private static final String LEGAL_FORM = "(?:有限责任公司|股份有限公司|集团有限公司|有限公司)";

    private static final Pattern PROVED = Pattern.compile("([\\p{IsHan}A-Za-z0-9（）()·]{2,30}?)" + LEGAL_FORM);

    private static final Pattern LIKELY = Pattern.compile("([\\p{IsHan}A-Za-z0-9·]{2,16}?)"
            + "(?:集团公司|集团(?!公司)|(?<![本我该贵总分子母限])公司|(?<![返回入进出离到在来停办建本我该贵原全同各工两外])厂)"
            + "(?![家房区长内外里商名址])");

    private static final Pattern ENGLISH =
            Pattern.compile("(?:[A-Z][\\w&\\-]*\\s+){1,5}(?:Co\\.?,?\\s*Ltd|Ltd|Inc|Corporation|Corp|LLC|GmbH)\\b\\.?");

    private static final String BEFORE =
            "我们是|这里是|来自于|来自|我们|他们|你们|供应商|客户|用户|厂家|我是|就是|这是|这家|那家|一家|几家|某家|有家|是在|是由|到了|送到|送去|寄到|委托|联系";

    private static final Pattern BEFORE_PROVED =
            Pattern.compile(".*(?:" + BEFORE + "|我|你|他|是|在|给|从|跟|去|找|请|叫|让|把|被|往|帮|替|了|(?<!美)的)");

    private static final Pattern BEFORE_LIKELY =
            Pattern.compile(".*(?:" + BEFORE + "|[我你他该本某各原贵是在由给向从为跟去找请叫让把被对经往帮替的了和与及或到后时等有用换])");

    /** What many firms do and none is called by alone. */
    private static final Pattern TRADE_ONLY =
            Pattern.compile("(?:机械|机床|机器|机电|轴承|铸造|锻造|锻压|铸|锻|热处理|热|电镀|表面处理|模具|钢铁|钢|炼钢|轧钢|铝材|铝|铜|纺织|印染|化工|化肥|加工|制造|配件"
                    + "|设备|工具|刀具|量具|砂轮|涂料|油漆|冲压|注塑|喷涂|五金|标准件|紧固件|齿轮|阀门|水泥|汽车|汽配|生产|供应|电|药|制药|食品|造纸|造船|船"
                    + "|玻璃|陶瓷|塑料|橡胶|电机|电器|电缆|外协|协作|主机|整机|修理|维修|检测|分|总|老|新|小|大|中小|国营|乡镇|民营|上市|外资|原料|材料|毛坯)*");

    /** Provinces, prefectures and places known for their industry, as names of companies begin with them. */
    private static final Pattern PLACES = Pattern.compile("^(?:(?:"
            + String.join("|", ResourceLines.of("/anonymising/places.txt")) + ")[省市县区]?|\\p{IsHan}{1,6}?[省市县区])+");

    private CompanyNames() {}

    static List<Mask> in(String text) {
        List<Mask> found = new ArrayList<>();
        collect(text, PROVED, BEFORE_PROVED, found);
        collect(text, LIKELY, BEFORE_LIKELY, found);
        Matcher english = ENGLISH.matcher(text);
        while (english.find()) found.add(mask(english.start(), english.end()));
        return found;
    }

    private static void collect(String text, Pattern names, Pattern wordsBefore, List<Mask> found) {
        Matcher match = names.matcher(text);
        while (match.find()) {
            String whole = match.group(1);
            Matcher before = wordsBefore.matcher(whole);
            int from = before.lookingAt() ? before.end() : 0;
            String name = whole.substring(from);
            if (name.length() >= 2 && !TRADE_ONLY.matcher(name).matches())
                found.add(mask(match.start(1) + from, match.end()));
        }
    }

    private static Mask mask(int start, int end) {
        return new Mask(new TextRange(start, end), Kind.COMPANY);
    }

    /** A full name and the short forms people use for it: without its legal form, and without its place as well. */
    static List<String> formsOf(String enterprise) {
        List<String> forms = new ArrayList<>(List.of(enterprise));
        String core = enterprise
                .replaceFirst("(?:" + LEGAL_FORM + "|集团公司|集团|公司|厂)$", "")
                .replaceAll("[（(][^）)]*[）)]", "");
        String placeless = PLACES.matcher(core).replaceFirst("");
        for (String form : List.of(core, placeless)) {
            if (form.length() >= 3 && !TRADE_ONLY.matcher(form).matches()) forms.add(form);
        }
        return List.copyOf(forms);
    }
}
