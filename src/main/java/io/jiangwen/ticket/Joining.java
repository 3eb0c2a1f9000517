package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.model.Embedder;
import io.jiangwen.model.Embedding;
import io.jiangwen.text.Language;
import io.jiangwen.text.LexicalAnalyzer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the open ticket of the same enterprise that asks the same: the same figures, enough words in common and vectors
 * that are close enough. Never a confidential one, never another enterprise's, never one's own. Embeds, so it is called
 * before the transaction opens; whether the ticket can still be joined, {@link Tickets#join} finds out.
 */
@ApplicationScoped
public class Joining {
    private static final int NEWEST = 200;
    private static final int CLOSEST = 5;

    private final TicketDatabase database;
    private final TicketConfig config;
    private final Embedder embedder;
    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();

    Joining(TicketDatabase database, TicketConfig config, Embedder embedder) {
        this.database = database;
        this.config = config;
        this.embedder = embedder;
    }

    private record Waiting(UUID id, String question, double overlap) {}

    private record Alike(UUID id, double cosine) {}

    /** The most alike, if any is alike enough. */
    public Optional<UUID> candidate(Caller asker, String question) {
        UUID enterprise = asker.enterprise();
        if (enterprise == null) return Optional.empty();
        Wording asked = Wording.of(question, analyzer);
        List<Waiting> near = database
                .list(
                        """
                        SELECT id, question FROM ticket
                        WHERE enterprise_id = ? AND state IN ('OPEN', 'ASSIGNED', 'PENDING', 'ON_HOLD') AND NOT confidential
                          AND asker_account IS DISTINCT FROM ? AND asker_visitor IS DISTINCT FROM ?
                        ORDER BY opened_at DESC LIMIT ?
                        """,
                        row -> new Waiting(
                                row.getObject("id", UUID.class),
                                row.getString("question"),
                                overlap(asked, row.getString("question"))),
                        enterprise,
                        asker.id().value(),
                        asker.id().value(),
                        NEWEST)
                .stream()
                .filter(waiting -> waiting.overlap() >= config.sameWords())
                .sorted(Comparator.comparingDouble(Waiting::overlap).reversed())
                .limit(CLOSEST)
                .toList();
        if (near.isEmpty()) return Optional.empty();
        Embedding vector = vector(question);
        return near.stream()
                .map(waiting -> new Alike(waiting.id(), cosine(vector, vector(waiting.question()))))
                .filter(alike -> alike.cosine() >= config.sameCosine())
                .max(Comparator.comparingDouble(Alike::cosine))
                .map(Alike::id);
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
