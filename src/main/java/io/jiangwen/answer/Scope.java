package io.jiangwen.answer;

import io.jiangwen.model.Embedder;
import io.jiangwen.model.Embedding;
import io.jiangwen.retrieval.Evidence;
import io.jiangwen.retrieval.Hit;
import io.jiangwen.text.Language;
import io.jiangwen.text.Simplified;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tells questions that are plainly not about the work of enterprises (weather, shares, poems, recipes) by their nearest
 * examples: the mean cosine with the three nearest outside ones against that with the three nearest inside ones, unless a
 * passage has most of the question's words. The examples are data ({@code scope/}); figures in docs/experiments.md.
 * Blocking.
 */
@ApplicationScoped
class Scope {
    private static final int NEAREST = 3;

    /** How much nearer the outside must be; the questions of craftsmen's trades stay below. */
    private static final double MARGIN = 0.02;

    /** A passage with this share of the question's words is about the same thing. */
    private static final double KNOWN_WORDS = 0.6;

    private final Embedder embedder;
    private final Map<Language, Examples> examples = new EnumMap<>(Language.class);

    Scope(Embedder embedder) {
        this.embedder = embedder;
    }

    private record Examples(List<Embedding> outside, List<Embedding> inside) {
        Examples {
            outside = List.copyOf(outside);
            inside = List.copyOf(inside);
        }
    }

    /** Only for questions that the evidence does not answer: what a passage answers is inside, whatever it is. */
    boolean isOutside(Examined examined) {
        double passage = examined.found().hits().stream()
                .map(Hit::evidence)
                .mapToDouble(Evidence::lexical)
                .max()
                .orElse(0);
        return passage < KNOWN_WORDS && isOutside(examined.question().text());
    }

    boolean isOutside(String text) {
        return lead(text) > MARGIN;
    }

    /** How much nearer the outside examples are than the inside ones. */
    double lead(String text) {
        Language language = Language.of(text);
        Embedding question = embed(text, language);
        Examples known = examples(language);
        return nearness(question, known.outside()) - nearness(question, known.inside());
    }

    /** Embedded when the first question needs them; about a second, once. */
    private synchronized Examples examples(Language language) {
        return examples.computeIfAbsent(
                language, wanted -> new Examples(read("outside", wanted), read("inside", wanted)));
    }

    private List<Embedding> read(String side, Language language) {
        String file = "/scope/" + side + "." + language.tag() + ".txt";
        try (InputStream in = Objects.requireNonNull(Scope.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> embed(line, language))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Embedding embed(String text, Language language) {
        return embedder.whole(Simplified.of(text), language);
    }

    private static double nearness(Embedding question, List<Embedding> known) {
        double[] cosines = known.stream()
                .mapToDouble(example -> cosine(question, example))
                .sorted()
                .toArray();
        return Arrays.stream(cosines)
                .skip(Math.max(0, cosines.length - NEAREST))
                .average()
                .orElse(0);
    }

    /** Both are of length 1. */
    private static double cosine(Embedding one, Embedding other) {
        double sum = 0;
        for (int i = 0; i < one.vector().length; i++) sum += (double) one.vector()[i] * other.vector()[i];
        return sum;
    }
}
