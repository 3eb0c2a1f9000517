package io.jiangwen.curation;

import io.jiangwen.text.Sentences;
import io.jiangwen.text.TextRange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Sorts the sentences of a free reply into the parts of a case card, by the words craftsmen use. Every sentence is kept,
 * verbatim and once; what fits nowhere is a step, because a reply says what to do.
 */
final class ReplySplitter {
    private enum Part {
        CAUSE("^(?:\\W*)(?:主要)?(?:原因|病因|根源)|因为|由于|是因|原因(?:是|在于|有)|主要(?:来自|出在|在于)|引起的?[。；;]?$|造成的?[。；;]?$|导致的?[。；;]?$"
                + "|(?i:\\bbecause\\b|\\bdue to\\b|\\bcaused? by\\b|\\bthe cause\\b|\\broot cause\\b)"),
        VERIFICATION("^(?:\\W*)(?:验证|复测|复检|最后检查|检验|试车后|试切后|确认)|复测|复检|验证(?:方法|时)?|检查.{0,30}(?:是否|合格|达到|应)|验收"
                + "|(?i:^(?:then |finally )?(?:verify|measure again|re-?check|confirm)\\b|\\bto verify\\b)"),
        LIMITS("适用(?:于|范围)|不适用|不宜|不要|不能|不可|不得|禁止|严禁|切勿|切忌|禁忌|注意(?:安全|事项)?[:：]"
                + "|(?i:\\bdo not\\b|\\bdon't\\b|\\bnever\\b|\\bonly (?:for|suits|applies)\\b|\\bnot suitable\\b)"),
        SAFETY(
                "断电|停机挂牌|挂牌上锁|防护罩|防护眼镜|护目镜|泄压|佩戴|安全带|监护"
                        + "|(?i:\\block ?out\\b|\\bwear (?:goggles|gloves|protective)|\\bde-?energi[sz]e|\\brelieve the pressure)"),
        STEP("");

        private final Pattern words;

        Part(String words) {
            this.words = Pattern.compile(words);
        }
    }

    /** Markers of a list that the card numbers anew. */
    private static final Pattern NUMBERED =
            Pattern.compile("^\\s*(?:[-*•]|\\d{1,2}[.、)）](?!\\d)|[（(]\\d{1,2}[)）]|[①-⑳]|第[一二三四五六七八九十]步[:：，,]?)\\s*");

    private static final Pattern HEADING = Pattern.compile("^\\s*#{1,6}\\s.*");

    private ReplySplitter() {}

    static CaseCard split(String question, String reply) {
        Map<Part, List<String>> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) parts.put(part, new ArrayList<>());
        for (String line : reply.split("\\R", -1)) {
            if (line.isBlank() || HEADING.matcher(line).matches()) continue;
            boolean numbered = NUMBERED.matcher(line).find();
            String words = NUMBERED.matcher(line).replaceFirst("").strip();
            // A numbered line is one step, whole.
            if (numbered) sort(words, parts);
            else for (TextRange sentence : Sentences.split(words)) sort(sentence.of(words), parts);
        }
        List<String> steps = parts.getOrDefault(Part.STEP, List.of());
        return new CaseCard(
                question,
                "",
                "",
                text(parts, Part.CAUSE),
                steps,
                text(parts, Part.VERIFICATION),
                text(parts, Part.LIMITS),
                text(parts, Part.SAFETY));
    }

    private static void sort(String sentence, Map<Part, List<String>> parts) {
        if (sentence.isBlank()) return;
        for (Part part : Part.values()) {
            if (part.words.matcher(sentence).find()) {
                parts.computeIfAbsent(part, missing -> new ArrayList<>()).add(sentence);
                return;
            }
        }
    }

    private static String text(Map<Part, List<String>> parts, Part part) {
        List<String> sentences = parts.getOrDefault(part, List.of());
        boolean spaced = sentences.stream().noneMatch(sentence -> sentence.matches(".*[。！？；]$"));
        return String.join(spaced ? " " : "", sentences);
    }
}
