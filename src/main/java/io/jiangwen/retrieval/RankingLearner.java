package io.jiangwen.retrieval;

import io.jiangwen.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Fits the ranking to lessons, and puts the fit in force where it is better on lessons it has not seen. Always starts from
 * the ranking that was shipped: the same knowledge gives the same weights however often it is asked.
 */
@ApplicationScoped
public class RankingLearner {
    /** Fewer examples of a language, of either half, say nothing about its weights: they stay as they are. */
    static final int FEWEST = 30;

    private final RankingExamples examples;
    private final RankingStore rankings;

    RankingLearner(RankingExamples examples, RankingStore rankings) {
        this.examples = examples;
        this.rankings = rankings;
    }

    /**
     * What became of it.
     *
     * @param version put in force; null where the one before was kept
     * @param reason in a sentence
     * @param figures sizes, and the measure before and after
     */
    public record Learned(@Nullable String version, String reason, Map<String, Double> figures) {
        public Learned {
            figures = Map.copyOf(figures);
        }
    }

    /** Examples to fit with and others to judge by; those of one article are on one side. */
    record Halves(List<RankingExample> fitted, List<RankingExample> held) {
        static Halves of(List<RankingExample> examples, Language language) {
            Halves halves = new Halves(new ArrayList<>(), new ArrayList<>());
            for (RankingExample example : examples) {
                if (example.language() != language) continue;
                (isHeld(example.article()) ? halves.held : halves.fitted).add(example);
            }
            return halves;
        }

        private static boolean isHeld(String article) {
            CRC32 sum = new CRC32();
            sum.update(article.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return sum.getValue() % 2 == 1;
        }

        boolean suffice() {
            return Math.min(fitted.size(), held.size()) >= FEWEST;
        }
    }

    /**
     * Blocking, for about a quarter of a second for each lesson.
     *
     * @throws RetrievalFailed when the database could not be asked
     */
    public Learned learn(List<Lesson> lessons) {
        List<RankingExample> learnt =
                lessons.stream().flatMap(lesson -> examples.of(lesson).stream()).toList();
        Ranking inForce = rankings.current();
        Ranking from = rankings.shipped();
        Map<String, Double> figures = new TreeMap<>();
        figures.put("questions", (double) learnt.size());
        Map<Language, Map<Feature, Double>> weights = new EnumMap<>(from.weights());
        List<RankingExample> held = new ArrayList<>();
        for (Language language : Language.values()) {
            Halves halves = Halves.of(learnt, language);
            figures.put("questions-" + language.tag(), (double) (halves.fitted.size() + halves.held.size()));
            if (!halves.suffice()) continue;
            weights.put(language, RankingFit.fit(language, halves.fitted, from));
            held.addAll(halves.held);
        }
        if (held.isEmpty()) return new Learned(null, tooLittle(learnt.size()), figures);
        RankingComparison comparison =
                RankingComparison.of(held, inForce, new Ranking(inForce.version(), inForce.name(), weights));
        figures.put("held-out", (double) held.size());
        figures.put("mrr-before", comparison.before());
        figures.put("mrr-after", comparison.after());
        figures.put("gain-standard-error", comparison.error());
        if (!comparison.isBetter()) return new Learned(null, notBetter(comparison, inForce), figures);
        String version = rankings.add(weights, fittedOn(comparison, learnt.size()), figures);
        return new Learned(version, better(comparison, inForce), figures);
    }

    private static String tooLittle(int questions) {
        return "There is too little knowledge to learn from: " + questions + " questions could be made of it, and "
                + FEWEST + " of one language are needed in each half.";
    }

    private static String better(RankingComparison comparison, Ranking inForce) {
        return put(
                "On %d questions held out MRR@10 is %.3f, with %s it was %.3f.",
                comparison.questions(), comparison.after(), inForce.name(), comparison.before());
    }

    private static String notBetter(RankingComparison comparison, Ranking inForce) {
        return put(
                "%s is kept: on %d questions held out its MRR@10 is %.3f, and that of the fit %.3f, give or take %.3f.",
                inForce.name(), comparison.questions(), comparison.before(), comparison.after(), comparison.error());
    }

    private static String fittedOn(RankingComparison comparison, int questions) {
        return questions + " questions made of the published knowledge, " + comparison.questions()
                + " of them held out";
    }

    private static String put(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
