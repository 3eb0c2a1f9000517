package io.jiangwen.question;

import io.jiangwen.text.Normalizer;
import io.jiangwen.text.Simplified;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Hears that somebody wants a person: a clause that says just that, or one that nobody would write for another reason.
 * Pure; clauses longer than a request can be are looked through for the plainest words only.
 */
public final class PersonWish {
    private static final int LONGEST_CLAUSE = 48;

    private static final String LEAD =
            "(?:请问|请|麻烦|劳驾|拜托|我|们|俺|咱|你|您|想|希望|帮|忙|给|替|直接|赶紧|赶快|快|马上|立刻|现在|能不能|可不可以|可以|能否|能|可否|算了|那|还是|就|得|先|再|怎么|如何|怎样|哪里|哪儿|在哪|不要机器人|别跟我扯了|别废话|废话少说|这|个|问题|故障|急|必须|一定|只|有)*";
    private static final String VERB =
            "(?:要|需要)?(?:转接|转到|转给|转|接通|接入|接|换成|换|找来|找到|找|叫来|叫|联系到|联系上|联系|安排|派|约|要|需要|请一?[个位名]|呼叫|连线|喊|有没有|有无|有|让|跟|和|与|同|对接|求助|咨询|推荐|介绍)(?:一下|下)?";
    private static final String WHICH =
            "(?:一下|下|[一几]?[个位名]|你们的?|你们那里的?|咱们的?|有经验的|经验丰富的|厉害的|专业的|真正的|上次来?的?|那[位个]|线上的?|在线的?|本地的?|附近的?|活的|[\\p{IsHan}a-z0-9]{1,10}(?:方面|行业|专业)的?|[会懂修做搞][\\p{IsHan}a-z0-9]{1,10}的)*";
    private static final String PERSON =
            "(?:人工(?:客服|服务|坐席|座席|台|师傅|专家)?|真人(?:客服|服务|师傅)?|大?活人|客服(?:人员)?|[老大]?师傅|[\\p{IsHan}]{1,3}工师傅|值班师傅|师父|劳模工匠|大?工匠(?:师傅)?|劳模|专家|(?:高级)?技师|工程师|技术员|技术人员|懂行的人?|懂的人|内行|行家|老法师|负责人|联络员|联络专员)";
    private static final String TAIL =
            "(?:能|可以|会|来|过来|上门|到(?:我们?)?(?:这里|这边|这儿|厂|现场|车间|单位|公司)里?|给|跟|和|帮|我|们|忙|看|瞧|一眼|一看|诊断|指导|处理|解决|回答|答复|回复|回个?电话|打个?电话|电话|联系|说|讲|谈|聊|问|沟通|对话|聊天|服务|一下|吧|吗|嘛|呢|好不好|好|行不行|行|谢谢|啊|呀|的|哦|不|急|救命|快点?|马上|现在)*";

    private static final Pattern REQUEST = Pattern.compile(LEAD + VERB + WHICH + PERSON + TAIL);

    /** "请师傅指点" is politeness before a question; "请师傅来一趟" is a wish. */
    private static final Pattern INVITATION = Pattern.compile(
            LEAD + "请?" + WHICH + PERSON + TAIL + "(?:来|过来|上门|到(?:我们?)?(?:厂|现场|车间|单位|公司)里?|电话|联系)一?趟?" + TAIL);

    /** Said by itself, or before a colon. */
    private static final Pattern BARE = Pattern.compile("(?:人工(?:客服|服务|坐席)?|真人(?:客服)?|活人|客服)(?:吧|呢|在吗|有吗|谢谢|服务)?");

    private static final Pattern BARE_BEFORE_COLON = Pattern.compile("^\\s*(?:人工|真人)(?:客服|服务)?\\s*[:：]");

    /** Nobody writes these for another reason; what follows them must not be work that hands do. */
    private static final Pattern PLAIN = Pattern.compile(
            "(?:转接?人工|接人工|转真人|人工客服|真人客服|找(?:个|位)?(?:真人|活人|人工))(?:客服|服务|坐席|师傅|处理)?(?:吧|啊|呀|了|谢谢|好吗|行吗|可以吗|!|\\s)*$");

    private static final Pattern REFUSED = Pattern.compile(
            "(?:不要|不用|别|无需|不想|不需要|先别|不必|用不着|千万别)(?:再|先)?(?:给我|帮我|跟我)?(?:转|找|叫|请|接|换|联系|派|安排)|\\b(?:don't|dont|do not|no need to|not want to|without|instead of)\\b.{0,20}\\b(?:talk|speak|transfer|get|connect|person|human)");

    private static final String WHO =
            "(?:(?:an?|the|your|some|one of your|any) )?(?:(?:real|actual|live|human|qualified|experienced|senior|skilled|welding|service|support|living|maintenance|technical) )*(?:person|human(?: being)?|craftsm[ae]n|experts?|agents?|engineers?|technicians?|specialists?|somebody|someone|representative|master|people|real people|mechanic|operator(?! ?(?:panel|station|interface|terminal|pulpit)))\\b";
    private static final String ENGLISH_LEAD =
            "(?:(?:please|pls|just|now|no|ok|okay|hey|hi|hello|well|so|then|look|enough|stop it) )*";
    private static final Pattern ENGLISH = Pattern.compile("^" + ENGLISH_LEAD
            + "(?:(?:(?:can|could|may) (?:i|we|you)|i|we|i'd|we'd|i would|let me|let us|how (?:can|do) i)(?: (?:please|just|want to|need to|would like to|like to|wish to|rather|have to|must|really))* )?"
            + "(?:(?:talk|speak|chat|connect(?: me| us)?|transfer(?: me| us)?|put (?:me|us) through|hand (?:me|this|it) over|escalate(?: this| it)?|switch(?: me)?|pass (?:me|this|it) on|get (?:me )?through)(?: directly)? (?:to|with) "
            + WHO + "|(?:reach|contact|call in) " + WHO + ").*$");
    private static final Pattern ENGLISH_WISH = Pattern.compile(
            "^" + ENGLISH_LEAD
                    + "(?:i|we)(?:'d| would)? (?:want|need|like|demand|wish for|prefer)(?: to (?:have|see|get|ask))? "
                    + WHO
                    + "(?: (?:please|now|here|asap|at once|to (?:help|call|look|come|visit|contact|answer|ring|take over)|on site|instead|not).*)?$");
    private static final Pattern ENGLISH_ORDER = Pattern.compile("^" + ENGLISH_LEAD
            + "(?:(?:can|could) you )?(?:get|give|find|send|call|bring|fetch|assign|book|arrange)(?: me| us)?(?: for me)? "
            + WHO + "(?: (?:please|now|asap|to|who|for|at|on site|over).*)?$");
    private static final Pattern ENGLISH_BARE = Pattern.compile(
            "^" + ENGLISH_LEAD
                    + "(?:a )?(?:(?:real|live|human) )*(?:human|agent|person|operator|craftsman|expert|technician|representative)(?: (?:please|now|pls))*$"
                    + "|^" + ENGLISH_LEAD
                    + "(?:is|are) there " + WHO + "(?: (?:here|there|available|i can .*|who .*|to .*))?$"
                    + "|^(?:have |let )?(?:someone|somebody|a person|an expert|a craftsman|an engineer) (?:please )?(?:to )?(?:call|ring|phone|contact|visit) (?:me|us)\\b.*$");

    private static final Pattern CLAUSE_END =
            Pattern.compile("[，,。!！?？;；:：\\n、…~]+|\\.(?=\\s|$)|(?<=\\p{IsHan})\\s+|\\s+(?=\\p{IsHan})");
    private static final Pattern SPREAD = Pattern.compile("(?<=\\p{IsHan})[\\s.·*_\\-|/]+(?=\\p{IsHan})");
    private static final Pattern TWICE = Pattern.compile("^(.{2,12}?)\\1+$");

    private PersonWish() {}

    /** @param line folded, in simplified characters */
    static boolean in(String line) {
        if (BARE.matcher(once(stripped(line))).matches()
                || BARE_BEFORE_COLON.matcher(line).find()) return true;
        return clauses(line).stream().anyMatch(PersonWish::asks)
                || asks(once(SPREAD.matcher(line).replaceAll("")));
    }

    /** What is said beside the wish, such as the trouble it is about; empty when nothing is. */
    public static String beside(String text) {
        Matcher colon = BARE_BEFORE_COLON.matcher(text);
        String rest = colon.find() ? text.substring(colon.end()) : text;
        String kept = clauses(rest).stream()
                .filter(clause -> !asks(folded(clause)))
                .collect(Collectors.joining(rest.codePoints().anyMatch(c -> c > 0x2E80) ? "，" : ", "));
        Intent alone = kept.isBlank() ? Intent.NOTHING : Intent.of(kept);
        return alone == Intent.QUESTION ? kept : "";
    }

    private static boolean asks(String clause) {
        String said = once(stripped(clause));
        if (said.isEmpty() || REFUSED.matcher(said).find()) return false;
        if (PLAIN.matcher(said).find()) return true;
        if (said.length() > LONGEST_CLAUSE * 2) return false;
        if (ENGLISH.matcher(said).matches()
                || ENGLISH_WISH.matcher(said).matches()
                || ENGLISH_ORDER.matcher(said).matches()
                || ENGLISH_BARE.matcher(said).matches()) return true;
        return said.length() <= LONGEST_CLAUSE
                && (REQUEST.matcher(said).matches() || INVITATION.matcher(said).matches());
    }

    private static List<String> clauses(String text) {
        return CLAUSE_END
                .splitAsStream(text)
                .filter(clause -> !clause.isBlank())
                .map(String::strip)
                .toList();
    }

    private static String folded(String text) {
        return Simplified.of(Normalizer.fold(text));
    }

    private static String stripped(String text) {
        return text.replaceAll("<[^<>]{0,40}>", "")
                .replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "")
                .replaceAll("\\s+", " ");
    }

    /** Said again and again it is said once. */
    private static String once(String text) {
        return TWICE.matcher(text).replaceFirst("$1");
    }
}
