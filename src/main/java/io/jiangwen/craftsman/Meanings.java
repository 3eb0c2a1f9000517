package io.jiangwen.craftsman;

import io.jiangwen.model.Embedder;
import io.jiangwen.model.Embedding;
import io.jiangwen.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What questions and craftsmen mean, as vectors that lie ready for a transaction, in which nothing is embedded. Kept in
 * memory, those used last; whatever is missing, words alone decide. Thread-safe.
 */
@ApplicationScoped
class Meanings {
    /** About 2 KB each. */
    private static final int KEPT = 20_000;

    private final Embedder embedder;
    private final TradeVocabulary vocabulary = TradeVocabulary.packed();
    private final Map<Text, Embedding> vectors = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Text, Embedding> eldest) {
            return size() > KEPT;
        }
    };

    Meanings(Embedder embedder) {
        this.embedder = embedder;
    }

    private record Text(String words, Language language, boolean asked) {
        static Text asked(String question) {
            return new Text(question, Language.of(question), true);
        }

        static Text known(String words, Language language) {
            return new Text(words, language, false);
        }
    }

    /** Embeds a question. Blocks; not for use within a transaction. */
    void learn(String question) {
        embed(Text.asked(question));
    }

    /**
     * Embeds what is not known yet of the candidates. Blocks; not for use within a transaction.
     *
     * @param most texts that are embedded; the rest is left for the next time
     */
    void learn(List<Candidate> candidates, int most) {
        candidates.stream()
                .flatMap(one -> texts(one).stream())
                .filter(text -> vector(text) == null)
                .limit(most)
                .forEach(this::embed);
    }

    Optional<Embedding> of(String question) {
        return Optional.ofNullable(vector(Text.asked(question)));
    }

    /** The candidates with their vectors; empty when one is missing: who has none would lose against who has. */
    Optional<List<Candidate>> of(List<Candidate> candidates) {
        List<Candidate> meant = new ArrayList<>();
        for (Candidate one : candidates) {
            if (texts(one).stream().anyMatch(text -> vector(text) == null)) return Optional.empty();
            meant.add(meant(one));
        }
        return Optional.of(List.copyOf(meant));
    }

    private Candidate meant(Candidate one) {
        List<Embedding> profile = new ArrayList<>();
        for (Text text : profile(one)) {
            Embedding vector = vector(text);
            if (vector != null) profile.add(vector);
        }
        List<SolvedQuestion> solved = one.solved().stream()
                .map(question -> new SolvedQuestion(question.text(), vector(solved(question))))
                .toList();
        return new Candidate(one.id(), one.profile(), profile, solved, one.declined());
    }

    private List<Text> texts(Candidate one) {
        List<Text> texts = profile(one);
        one.solved().forEach(question -> texts.add(solved(question)));
        return texts;
    }

    private List<Text> profile(Candidate one) {
        List<Text> texts = new ArrayList<>();
        for (Language language : Language.values()) {
            String words = ProfileText.of(one.profile(), language, vocabulary);
            if (!words.isBlank()) texts.add(Text.known(words, language));
        }
        return texts;
    }

    private static Text solved(SolvedQuestion question) {
        return Text.known(question.text(), Language.of(question.text()));
    }

    private @Nullable Embedding vector(Text text) {
        synchronized (vectors) {
            return vectors.get(text);
        }
    }

    private void embed(Text text) {
        if (vector(text) != null) return;
        Embedding vector = text.asked()
                ? embedder.question(text.words(), text.language()).whole()
                : embedder.passage(text.words(), text.language()).whole();
        synchronized (vectors) {
            vectors.put(text, vector);
        }
    }
}
