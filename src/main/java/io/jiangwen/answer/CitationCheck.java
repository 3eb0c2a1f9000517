package io.jiangwen.answer;

import io.jiangwen.model.Embedder;
import io.jiangwen.retrieval.WordTranslations;
import io.jiangwen.text.Normalizer;
import io.jiangwen.text.Sentences;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Decides whether passages support a sentence; the same check for every composer. What can be read is read: its numbers
 * with their units and what they are said of, its names, denials, opposites, order of steps and claims of always and
 * never must be those of the passages. What is left is meaning, and is compared by words and by the embedding models
 * against a {@linkplain SupportBar bar} that is data. Blocking: it may call models.
 */
@ApplicationScoped
public class CitationCheck {
    private static final int LONGEST = 2_000;

    private final Embedder embedder;
    private final WordTranslations translations;
    private final SupportBar bar;
    private final StatementReader reader = new StatementReader();

    @Inject
    CitationCheck(Embedder embedder, WordTranslations translations, AnswerConfig config) {
        this(
                embedder,
                translations,
                config.supportBar().map(Path::of).map(SupportBar::of).orElseGet(SupportBar::shipped));
    }

    private CitationCheck(Embedder embedder, WordTranslations translations, SupportBar bar) {
        this.embedder = embedder;
        this.translations = translations;
        this.bar = bar;
    }

    /** The same without the service around it, with the bar that is shipped, for whoever measures. */
    public static CitationCheck standalone(Embedder embedder) {
        return new CitationCheck(embedder, WordTranslations.packed(), SupportBar.shipped());
    }

    /** @param passages texts of the passages that the sentence names; none support nothing */
    public Support examine(String sentence, List<String> passages) {
        List<String> knowledge = passages.stream()
                .map(Instructions::without)
                .filter(passage -> !passage.isBlank())
                .toList();
        if (knowledge.isEmpty() || !says(sentence) || sentence.length() > LONGEST) return flawed(Flaw.NOTHING);
        if (isQuoted(sentence, knowledge)) return new Support(1, Optional.empty(), Optional.empty());
        List<Statement> known = knowledge.stream()
                .flatMap(passage -> reader.passage(passage).stream())
                .toList();
        if (known.isEmpty()) return flawed(Flaw.NOTHING);
        String evidence = String.join("\n\n", knowledge);
        Alignment alignment = new Alignment(reader.sentence(sentence), known, translations);
        return Stream.<Supplier<Optional<Flaw>>>of(
                        () -> NameTest.flaw(alignment.sentence(), evidence),
                        () -> new NumberTest(alignment, bar).flaw(),
                        () -> new PolarityTest(alignment, bar).flaw(),
                        () -> UniversalTest.flaw(alignment),
                        () -> new OrderTest(alignment, bar, reader).flaw())
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .map(CitationCheck::flawed)
                .orElseGet(() -> meaning(alignment));
    }

    private Support meaning(Alignment alignment) {
        Signs signs = new MeaningTest(alignment, embedder).signs();
        boolean foreign = !signs.areAcrossLanguages() && signs.covered() < bar.leastCovered();
        double probability = foreign ? 0 : bar.probability(signs);
        Optional<Flaw> flaw = probability < bar.probability() ? Optional.of(Flaw.MEANING) : Optional.empty();
        return new Support(probability, flaw, Optional.of(signs));
    }

    private static boolean says(String sentence) {
        return sentence.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Whether it is a sentence of the passages, word for word. */
    private static boolean isQuoted(String sentence, List<String> passages) {
        String own = squeezed(sentence);
        return passages.stream().anyMatch(passage -> Sentences.split(passage).stream()
                .anyMatch(range -> squeezed(range.of(passage)).equals(own)));
    }

    private static String squeezed(String text) {
        return Normalizer.fold(text).replaceAll("[\\s.,;。!?]", "");
    }

    private static Support flawed(Flaw flaw) {
        return new Support(0, Optional.of(flaw), Optional.empty());
    }
}
