package io.jiangwen.answer;

import io.jiangwen.model.Embedder;
import io.jiangwen.model.PassageEncoding;
import io.jiangwen.model.QuestionToken;
import io.jiangwen.text.Language;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the meaning of a sentence with the sentences of the evidence that it speaks of. Calls models. */
final class MeaningTest {
    /** Sentences of the evidence that one sentence may draw together. */
    private static final int WINDOW = 4;

    /** A word of which less is found is missing. */
    private static final double FOUND = 0.5;

    /** Weight of words from which on a swap is one. */
    private static final double SWAPPED = 0.4;

    /** Tokens that count as the least found. */
    private static final int LOWEST = 2;

    private final Alignment alignment;
    private final Embedder embedder;
    private final Language language;

    MeaningTest(Alignment alignment, Embedder embedder) {
        this.alignment = alignment;
        this.embedder = embedder;
        this.language = alignment.sentence().language();
    }

    Signs signs() {
        List<Statement> window = window();
        Clause whole = alignment.sentence().whole();
        double found = 0;
        double missing = 0;
        for (Map.Entry<String, Double> word : whole.words().entrySet()) {
            double strength = window.stream()
                    .mapToDouble(other -> alignment.strength(word.getKey(), other.whole(), other.language()))
                    .max()
                    .orElse(0);
            found += word.getValue() * strength;
            if (strength < FOUND) missing += word.getValue() * (1 - strength);
        }
        double covered = whole.weight() == 0 ? 0 : found / whole.weight();
        List<Statement> same =
                window.stream().filter(other -> other.language() == language).toList();
        if (same.isEmpty()) return new Signs(covered, missing, worst(), 0, 0, 0, 0);
        PassageEncoding evidence =
                embedder.passage(same.stream().map(Statement::text).collect(Collectors.joining("\n")), language);
        double[] tokens = tokens(evidence);
        return new Signs(
                covered,
                missing,
                worst(),
                swapped(),
                cosine(same, evidence),
                Arrays.stream(tokens).average().orElse(0),
                Arrays.stream(tokens).sorted().limit(LOWEST).average().orElse(0));
    }

    private double worst() {
        double worst = 1;
        for (Clause clause : alignment.sentence().clauses()) {
            if (clause.weight() < 1) continue;
            for (Alignment.Match match : best(clause)) worst = Math.min(worst, match.covered());
        }
        return worst;
    }

    private List<Alignment.Match> best(Clause clause) {
        return alignment.matches(clause).stream().limit(1).toList();
    }

    private double swapped() {
        double worst = 0;
        for (Clause clause : alignment.sentence().clauses()) {
            for (Alignment.Match match : best(clause)) {
                if (match.statement().language() != language) continue;
                for (Swap swap : Swap.between(clause, match, alignment))
                    worst = Math.max(worst, swapped(swap, clause, match));
            }
        }
        return worst;
    }

    private double swapped(Swap swap, Clause clause, Alignment.Match match) {
        double weight = 0;
        for (String word : swap.said())
            weight += clause.words().getOrDefault(word, 0.0) * (1 - alignment.strength(word, match.clause(), language));
        if (weight < SWAPPED) return 0;
        double alike = product(vector(String.join(" ", swap.said())), vector(String.join(" ", swap.stated())));
        return swap.anchored() * (1 - alike);
    }

    private double cosine(List<Statement> window, PassageEncoding evidence) {
        float[] own = vector(alignment.sentence().text());
        double cosine = product(own, evidence.whole().vector());
        if (window.size() == 1) return cosine;
        for (Statement statement : window) cosine = Math.max(cosine, product(own, vector(statement.text())));
        return cosine;
    }

    private float[] vector(String text) {
        return embedder.passage(text, language).whole().vector();
    }

    /** Of each token of the sentence the greatest cosine with one of the evidence. */
    private double[] tokens(PassageEncoding evidence) {
        List<float[]> vectors = embedder.question(alignment.sentence().text(), language).tokens().stream()
                .map(QuestionToken::vector)
                .toList();
        if (vectors.isEmpty() || evidence.tokens().count() == 0) return new double[0];
        float[][] cosines = evidence.tokens().cosines(vectors);
        double[] best = new double[cosines.length];
        for (int i = 0; i < best.length; i++) {
            best[i] = -1;
            for (float cosine : cosines[i]) best[i] = Math.max(best[i], cosine);
        }
        return best;
    }

    /** The statements that the clauses speak of, then those the whole sentence is closest to. */
    private List<Statement> window() {
        Set<Statement> window = new LinkedHashSet<>();
        for (Clause clause : alignment.sentence().clauses())
            best(clause).forEach(match -> window.add(match.statement()));
        alignment.matches(alignment.sentence().whole()).stream()
                .map(Alignment.Match::statement)
                .distinct()
                .limit(2)
                .forEach(window::add);
        return window.stream().limit(WINDOW).toList();
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
