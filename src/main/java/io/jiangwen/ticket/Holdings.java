package io.jiangwen.ticket;

import io.jiangwen.account.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** How many tickets people hold at once. */
@ApplicationScoped
class Holdings {
    /** First key of the advisory lock on a person's holdings: "jwtk" in ASCII. */
    private static final int LOCK = 0x6a77746b;

    private final Statements database;
    private final TicketConfig config;

    Holdings(Statements database, TicketConfig config) {
        this.database = database;
        this.config = config;
    }

    /**
     * Whether somebody may be given one more. Nobody else gives him one until the transaction ends, so that two at the
     * same time cannot both be the last; take it after the lock of the ticket, never before.
     */
    boolean hasRoom(UUID person) {
        database.first("SELECT 1 FROM pg_advisory_xact_lock(?, ?)", row -> true, LOCK, person.hashCode());
        return held(person) < limit(person);
    }

    private int limit(UUID person) {
        return database.first(
                        "SELECT held_at_most FROM craftsman_limit WHERE account_id = ?", row -> row.getInt(1), person)
                .orElse(config.heldAtMost());
    }

    /** Assigned, waiting for an answer, or on hold. */
    int held(UUID person) {
        return database.first(
                        "SELECT count(*) FROM ticket WHERE owner_id = ? AND state IN ('ASSIGNED', 'PENDING', 'ON_HOLD')",
                        row -> row.getInt(1),
                        person)
                .orElseThrow();
    }
}
