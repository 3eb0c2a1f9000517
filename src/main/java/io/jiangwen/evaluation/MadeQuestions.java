package io.jiangwen.evaluation;

import io.jiangwen.question.Question;
import io.jiangwen.text.Language;
import io.jiangwen.text.LexicalAnalyzer;
import io.jiangwen.text.Sentences;
import io.jiangwen.text.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Makes a question of each passage, without a model and the same ones for the same seed: a sentence of it, some words of
 * which are dropped and some replaced by words of other passages. Pure.
 */
final class MadeQuestions {
    private static final double DROPPED = 0.15;
    private static final double REPLACED = 0.15;
    private static final int LEAST_WORDS = 4;
    private static final int MOST_WORDS = 24;

    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();
    private final List<Source> sources;
    private final long seed;

    MadeQuestions(List<Source> sources, long seed) {
        this.sources = List.copyOf(sources);
        this.seed = seed;
    }

    /** In the order of the passages; a random half of them masked. A passage that yields no question is left out. */
    List<MadeQuestion> make() {
        List<MadeQuestion> made = new ArrayList<>();
        Random random = new Random(seed);
        for (Source source : sources) {
            boolean masked = random.nextBoolean();
            sentence(source, random).ifPresent(text -> made.add(question(text, source, masked)));
        }
        return made;
    }

    private static MadeQuestion question(String text, Source source, boolean masked) {
        String cut = text.substring(0, Math.min(text.length(), Question.LONGEST));
        return new MadeQuestion(new Question(cut, source.language(), List.of()), source, masked);
    }

    private Optional<String> sentence(Source source, Random random) {
        List<List<String>> sentences = Sentences.split(source.text()).stream()
                .map(range -> words(range.of(source.text()), source.language()))
                .filter(words -> words.size() >= LEAST_WORDS)
                .toList();
        if (sentences.isEmpty()) return Optional.empty();
        List<String> words = sentences.get(random.nextInt(sentences.size()));
        List<String> asked = new ArrayList<>();
        for (String word : words.subList(0, Math.min(words.size(), MOST_WORDS))) {
            double drawn = random.nextDouble();
            if (drawn < DROPPED) continue;
            asked.add(drawn < DROPPED + REPLACED ? other(source.language(), word, random) : word);
        }
        if (asked.isEmpty()) return Optional.empty();
        return Optional.of(String.join(source.language() == Language.ZH ? "" : " ", asked));
    }

    /** A word of another passage in the same language; the word itself where chance brings none. */
    private String other(Language language, String word, Random random) {
        Source from = sources.get(random.nextInt(sources.size()));
        List<String> words = from.language() == language ? words(from.text(), language) : List.of();
        return words.isEmpty() ? word : words.get(random.nextInt(words.size()));
    }

    /** As they are written in English; in Chinese without the words that say nothing. */
    private List<String> words(String text, Language language) {
        return switch (language) {
            case ZH -> List.copyOf(Terms.contentTerms(analyzer.lexemes(text)));
            case EN ->
                Arrays.stream(text.split("[^\\p{L}\\p{N}'-]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        };
    }
}
