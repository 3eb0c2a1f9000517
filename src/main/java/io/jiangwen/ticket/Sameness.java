package io.jiangwen.ticket;

import io.jiangwen.model.Embedder;
import io.jiangwen.model.Embedding;
import io.jiangwen.text.Language;
import io.jiangwen.text.LexicalAnalyzer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Tells which questions ask the same: the same figures, enough words in common and vectors that are close enough.
 * Embeds, so it is asked before a transaction opens.
 */
@ApplicationScoped
class Sameness {
    private final TicketConfig config;
    private final Embedder embedder;
    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();

    Sameness(TicketConfig config, Embedder embedder) {
        this.config = config;
        this.embedder = embedder;
    }

    /** The question of a ticket. */
    record Asked(UUID id, String question) {}

    private record Near(Asked asked, double value) {}

    /**
     * Those that ask the same, the closest first.
     *
     * @param limit how many are embedded at most; those with the most words in common are
     */
    List<UUID> alike(String question, List<Asked> others, int limit) {
        Wording words = Wording.of(question, analyzer);
        List<Near> near = others.stream()
                .map(other -> new Near(other, overlap(words, other.question())))
                .filter(other -> other.value() >= config.sameWords())
                .sorted(Comparator.comparingDouble(Near::value).reversed())
                .limit(limit)
                .toList();
        if (near.isEmpty()) return List.of();
        Embedding vector = vector(question);
        return near.stream()
                .map(other -> new Near(
                        other.asked(), cosine(vector, vector(other.asked().question()))))
                .filter(other -> other.value() >= config.sameCosine())
                .sorted(Comparator.comparingDouble(Near::value).reversed())
                .map(other -> other.asked().id())
                .toList();
    }

    /** Zero where the figures differ. */
    private double overlap(Wording asked, String question) {
        Wording other = Wording.of(question, analyzer);
        return asked.hasFiguresOf(other) ? asked.overlap(other) : 0;
    }

    private Embedding vector(String question) {
        return embedder.whole(question, Language.of(question));
    }

    /** Of unit vectors; -1 for those of different models, which are never compared. */
    static double cosine(Embedding one, Embedding other) {
        if (!one.model().equals(other.model())) return -1;
        double sum = 0;
        for (int i = 0; i < one.vector().length; i++) sum += one.vector()[i] * other.vector()[i];
        return sum;
    }
}
