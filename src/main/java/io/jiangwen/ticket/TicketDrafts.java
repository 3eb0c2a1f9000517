package io.jiangwen.ticket;

import io.jiangwen.account.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** What owners have typed and not sent. */
@ApplicationScoped
class TicketDrafts {
    private final Statements database;
    private final Clock clock;

    TicketDrafts(Statements database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps the text in place of what the author typed under the same claim. */
    void keep(UUID ticket, UUID author, int epoch, String text) {
        database.update("""
                INSERT INTO ticket_draft (ticket_id, author_id, text, epoch, updated_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT ON CONSTRAINT ticket_draft_pk
                DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at
                """, ticket, author, text, epoch, OffsetDateTime.now(clock));
    }

    /**
     * What the owner goes on from: what he typed since he claimed it, else the newest of anybody, an earlier owner's
     * too.
     */
    Optional<String> forOwner(Ticket ticket) {
        return database.first(
                        """
                        SELECT text FROM ticket_draft WHERE ticket_id = ?
                        ORDER BY (author_id = ? AND epoch = ?) DESC, updated_at DESC
                        LIMIT 1
                        """,
                        row -> row.getString("text"),
                        ticket.id(),
                        ticket.standing().owner(),
                        ticket.epoch())
                .filter(text -> !text.isBlank());
    }
}
