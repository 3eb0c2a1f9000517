package io.jiangwen.confidence;

import io.jiangwen.knowledge.Passage;
import io.jiangwen.question.Question;
import io.jiangwen.text.Language;
import io.jiangwen.text.Normalizer;
import io.jiangwen.text.Quantities;
import io.jiangwen.text.Simplified;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the question's wording asks for, and whether the first passage has something of that sort. */
final class WordingSignals {
    /** Names of makers, models and places, abbreviations: what stands with a capital or a digit. */
    private static final Pattern NAME = Pattern.compile("[A-Z][\\p{L}\\p{N}_-]*|\\p{N}[\\p{L}\\p{N}.-]*");

    private static final Pattern NUMBER = Pattern.compile("\\p{N}|[一二三四五六七八九十百千万两]");
    private static final Pattern ASKS_NUMBER = Pattern.compile(
            "多少|几|多大|多高|多长|多久|多远|多快|何时|哪年|哪一年|什么时候|how (many|much|long|often|far|large|big|old|fast|high)"
                    + "|when |what (year|percent|number|temperature|speed|size|date)");
    private static final Pattern ASKS_WHY = Pattern.compile("为什么|为何|原因|怎么回事|\\bwhy\\b");
    private static final Pattern ASKS_HOW = Pattern.compile("怎么|怎样|如何|怎麼|\\bhow (do|to|can|should)\\b");
    private static final Pattern ASKS_WHO = Pattern.compile("谁|哪位|哪个人|\\bwho\\b|\\bwhose\\b");

    private WordingSignals() {}

    static Map<String, Double> of(Question question, Passage first) {
        String asked = Simplified.of(question.text()).toLowerCase(Locale.ROOT);
        String source = Simplified.of(first.title() + "\n" + first.headingPath() + "\n" + first.text());
        String folded = Normalizer.fold(source);
        List<String> names = NAME.matcher(question.text())
                .results()
                .filter(match -> match.start() > 0)
                .map(MatchResult::group)
                .map(Normalizer::fold)
                .distinct()
                .toList();
        double missing = names.stream().filter(name -> !folded.contains(name)).count();
        Map<String, Double> values = new HashMap<>();
        values.put("names", Math.log1p(names.size()));
        values.put("names_missing", names.isEmpty() ? 0 : missing / names.size());
        values.put(
                "quantities_missing",
                Math.log1p(Quantities.missing(question.text(), source).size()));
        boolean number = ASKS_NUMBER.matcher(asked).find();
        values.put("asks_number", flag(number));
        values.put(
                "number_missing", flag(number && !NUMBER.matcher(first.text()).find()));
        values.put("asks_why", flag(ASKS_WHY.matcher(asked).find()));
        values.put("asks_how", flag(ASKS_HOW.matcher(asked).find()));
        values.put("asks_who", flag(ASKS_WHO.matcher(asked).find()));
        values.put("chinese", flag(question.language() == Language.ZH));
        values.put("translated", flag(question.language() != first.language()));
        return values;
    }

    private static double flag(boolean holds) {
        return holds ? 1 : 0;
    }
}
