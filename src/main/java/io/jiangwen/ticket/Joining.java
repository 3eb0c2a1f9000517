package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.account.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the open ticket of the same enterprise that asks the same. Never a confidential one, never another enterprise's,
 * never one's own. Embeds, so it is called before the transaction opens; whether the ticket can still be joined,
 * {@link Tickets#join} finds out.
 */
@ApplicationScoped
public class Joining {
    private static final int NEWEST = 200;
    private static final int CLOSEST = 5;

    private final Statements database;
    private final Sameness sameness;

    Joining(Statements database, Sameness sameness) {
        this.database = database;
        this.sameness = sameness;
    }

    /** The most alike, if any is alike enough. */
    public Optional<UUID> candidate(Caller asker, String question) {
        UUID enterprise = asker.enterprise();
        if (enterprise == null) return Optional.empty();
        List<Sameness.Asked> waiting = database.list(
                """
                SELECT id, question FROM ticket
                WHERE enterprise_id = ? AND state IN ('OPEN', 'ASSIGNED', 'PENDING', 'ON_HOLD') AND NOT confidential
                  AND asker_account IS DISTINCT FROM ? AND asker_visitor IS DISTINCT FROM ?
                ORDER BY opened_at DESC LIMIT ?
                """,
                row -> new Sameness.Asked(row.getObject("id", UUID.class), row.getString("question")),
                enterprise,
                asker.id().value(),
                asker.id().value(),
                NEWEST);
        return sameness.alike(question, waiting, CLOSEST).stream().findFirst();
    }
}
