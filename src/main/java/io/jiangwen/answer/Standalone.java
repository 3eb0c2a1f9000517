package io.jiangwen.answer;

import io.jiangwen.question.Question;
import io.jiangwen.text.LexicalAnalyzer;
import io.jiangwen.text.Normalizer;
import io.jiangwen.text.Simplified;
import io.jiangwen.text.Terms;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells follow-ups from new subjects by rule. Pure. */
final class Standalone {
    /** A question with fewer content words names no subject. */
    private static final int ENOUGH_WORDS = 3;

    /** One that begins like a follow-up must name more. */
    private static final int MANY_WORDS = 5;

    /** Content words before a pronoun among which is what it means. */
    private static final int ANTECEDENT = 2;

    /** Articles that a question must find by itself to be about what the one before it is about. */
    private static final int RELATED = 5;

    /** Words that point back from wherever they open a question, or close it. */
    private static final Pattern GOES_ON = Pattern.compile(
            "^(那|它|其|这|上面|前面|刚才|上述|前者|后者)|呢[?？]?$|^(and|but|then|what about|how about|what if|if so)\\b");

    /** Words that may also open a question of its own. */
    private static final Pattern MAY_GO_ON = Pattern.compile("^(如果|要是|换成|换|改成|改|然后|接着|还有|再|为什么|so|or|also)");

    /** They point back where nothing stands before them that they could mean. */
    private static final Pattern PRONOUN = Pattern.compile(
            "它|这样|那样|这种|那种|这个|那个|\\b(it|its|they|them|their|that one|this one|the same|those|these|instead|either)\\b");

    private static final Pattern NEW_SUBJECT = Pattern.compile(
            "^(换个问题|换一个问题|另外问|另外请教|另外一个问题|再问个|再问一个|还有个问题|还有一个问题|另一个问题|顺便问|对了|问个别的|别的问题|不相干)"
                    + "|^(another question|different question|on another (topic|subject|matter)|new question|something else|by the way|unrelated)\\b");

    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();

    /** How a question stands to the one before it. */
    enum Reading {
        FOLLOWS,
        ALONE,
        /** It names things of its own; only what is found can tell. */
        OPEN
    }

    Reading reads(Question question) {
        String line = Simplified.of(Normalizer.fold(question.text()));
        if (NEW_SUBJECT.matcher(line).find()) return Reading.ALONE;
        if (GOES_ON.matcher(line).find()) return Reading.FOLLOWS;
        Matcher pronoun = PRONOUN.matcher(line);
        if (pronoun.find() && words(line.substring(0, pronoun.start())).size() < ANTECEDENT) return Reading.FOLLOWS;
        int enough = MAY_GO_ON.matcher(line).find() ? MANY_WORDS : ENOUGH_WORDS;
        return words(line).size() < enough ? Reading.FOLLOWS : Reading.OPEN;
    }

    /** The question with the one before it. */
    Question joined(Question question) {
        String before = question.before().getLast();
        int room = Question.LONGEST - question.text().length() - 1;
        String kept = before.length() <= room ? before : before.substring(0, Math.max(0, room));
        return question.in((kept + " " + question.text()).strip());
    }

    /**
     * Whether the evidence is surer with the question before, and that not because of the question before alone: what it
     * rests on is found without it, too.
     */
    boolean isBetter(Examined joined, Examined alone) {
        return joined.verdict().probability() > alone.verdict().probability()
                && articles(joined)
                        .findFirst()
                        .filter(first -> articles(alone).limit(RELATED).anyMatch(first::equals))
                        .isPresent();
    }

    private static Stream<String> articles(Examined examined) {
        return examined.found().hits().stream()
                .map(hit -> hit.passage().article())
                .distinct();
    }

    private Set<String> words(String text) {
        return Terms.contentTerms(analyzer.lexemes(text));
    }
}
