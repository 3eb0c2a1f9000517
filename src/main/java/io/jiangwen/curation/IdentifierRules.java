package io.jiangwen.curation;

import static io.jiangwen.curation.Anonymised.Kind.BANK_CARD;
import static io.jiangwen.curation.Anonymised.Kind.DOCUMENT;
import static io.jiangwen.curation.Anonymised.Kind.EMAIL;
import static io.jiangwen.curation.Anonymised.Kind.ID_NUMBER;
import static io.jiangwen.curation.Anonymised.Kind.PERSON;
import static io.jiangwen.curation.Anonymised.Kind.PHONE;
import static io.jiangwen.curation.Anonymised.Kind.PLATE;

import io.jiangwen.curation.Anonymised.Kind;
import io.jiangwen.curation.Anonymised.Mask;
import io.jiangwen.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What identifies by its own form. Measurements, standards and model numbers have other forms: a number is an order or
 * a drawing only where the words before it say so.
 */
final class IdentifierRules {
    /** @param group what to hide of a match */
    private record Rule(Kind kind, Pattern pattern, int group) {
        static Rule of(Kind kind, String regex) {
            return new Rule(kind, Pattern.compile(regex), 0);
        }

        static Rule after(Kind kind, String before, String hidden) {
            return new Rule(kind, Pattern.compile(before + "(" + hidden + ")"), 1);
        }
    }

    private static final String NOT_IN_NUMBER = "(?<![\\dA-Za-z.])";
    private static final String NUMBER_ENDS = "(?![\\dA-Za-z])(?!\\.\\d)";

    /** The provinces of number plates, GA 36. */
    private static final String PROVINCES = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]";

    /** Letters, digits and the signs between them, with at least one digit. */
    private static final String REFERENCE = "(?=[A-Za-z\\-_/.]{0,20}\\d)[A-Za-z0-9][A-Za-z0-9\\-_/.]{2,40}[A-Za-z0-9]";

    private static final String IS = "\\s*(?:为|是|[:：#])?\\s*";

    /** A word that says a number follows, or a sign that does. */
    private static final String NUMBERED = "(?:编号|号码|代号|号|(?=\\s*[:：#]))" + IS;

    private static final String DOCUMENTS = "(?:合同|协议|图纸|图样|零件图|订单|采购单|工单|项目|发票|报价单)";

    /** Surnames that are no common words of the trades. */
    private static final String SURNAMES =
            "[王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴" + "夏钟汪田姜范姚谭廖邹熊陆郝孔崔康毛邱秦江史顾侯邵孟龙万雷钱汤尹黎易常武乔贺赖龚文]";

    private static final List<Rule> RULES = List.of(
            Rule.of(EMAIL, "[A-Za-z0-9._%+\\-]{1,64}@[A-Za-z0-9\\-]{1,63}(?:\\.[A-Za-z0-9\\-]{1,63}){1,5}"),
            // GB 11643: area, birth date, sequence, check character.
            Rule.of(
                    ID_NUMBER,
                    NOT_IN_NUMBER + "[1-9]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]"
                            + NUMBER_ENDS),
            // GB 32100: the unified social credit code of an organisation.
            Rule.of(
                    ID_NUMBER,
                    NOT_IN_NUMBER + "[159Y][1239][1-9]\\d{5}[0-9A-HJ-NP-RT-UW-Y]{9}[0-9A-HJ-NP-RT-UW-Y]" + NUMBER_ENDS),
            Rule.of(PHONE, NOT_IN_NUMBER + "(?:\\+?86[ \\-]?)?1[3-9]\\d[ \\-]?\\d{4}[ \\-]?\\d{4}" + NUMBER_ENDS),
            Rule.of(
                    PHONE,
                    NOT_IN_NUMBER + "(?:[(（]0\\d{2,3}[)）]|0\\d{2,3}[ \\-])[ \\-]?\\d{7,8}(?:[ ]?(?:转|-)[ ]?\\d{1,6})?"
                            + NUMBER_ENDS),
            Rule.of(PHONE, NOT_IN_NUMBER + "[48]00[ \\-]\\d{3,4}[ \\-]\\d{3,4}" + NUMBER_ENDS),
            Rule.after(PHONE, "(?:电话|手机|微信|QQ|传真|tel|phone|WeChat)(?:号码?)?" + IS, "[+\\dA-Za-z][\\dA-Za-z_\\- ]{4,19}"),
            Rule.of(BANK_CARD, NOT_IN_NUMBER + "[3-6]\\d{3}(?:[ \\-]?\\d{4}){3}(?:[ \\-]?\\d{1,3})?" + NUMBER_ENDS),
            Rule.of(
                    PLATE,
                    PROVINCES + "[A-HJ-NP-Z][·•\\- ]?(?=[A-HJ-NP-Z]{0,5}\\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警]"
                            + "(?![A-Za-z0-9])"),
            Rule.after(DOCUMENT, DOCUMENTS + NUMBERED, REFERENCE),
            Rule.after(
                    DOCUMENT,
                    DOCUMENTS + "\\s*",
                    "[A-Za-z]{1,6}\\d{0,8}[\\-_/](?=[A-Za-z\\-_/]{0,8}\\d)[A-Za-z0-9\\-_/.]{2,40}"),
            Rule.after(DOCUMENT, "(?:图号|单号)" + IS, REFERENCE),
            Rule.after(
                    DOCUMENT,
                    "(?i)\\b(?:contract|drawing|purchase order|order|invoice|PO)(?:\\s+(?:no\\b\\.?|number)|(?=\\s*[:#]))"
                            + IS,
                    REFERENCE),
            Rule.after(PERSON, "(?:联系人|姓名|负责人|经办人)\\s*[:：]\\s*", "\\p{IsHan}{2,3}"),
            Rule.of(PERSON, SURNAMES + "\\p{IsHan}{0,2}(?:师傅|师父|经理|主任|厂长|工程师|老师|先生|女士)"),
            // 李工, 王总: a form of address where the word ends; 张工序 is none.
            Rule.of(PERSON, "(?<!\\p{IsHan})" + SURNAMES + "[工总](?=$|[^\\p{IsHan}]|[说讲问的您你，。]|反映|提出|确认)"));

    private IdentifierRules() {}

    static List<Mask> in(String text) {
        List<Mask> found = new ArrayList<>();
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(text);
            while (matcher.find()) {
                TextRange range = new TextRange(matcher.start(rule.group()), matcher.end(rule.group()));
                found.add(new Mask(range, rule.kind()));
            }
        }
        return found;
    }
}
