package io.jiangwen.ticket;

import io.jiangwen.account.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Which replies went to which linked tickets: table {@code ticket_fan_out}. */
@ApplicationScoped
class LinkStore {
    private static final int NEWEST = 200;

    private final Statements database;

    LinkStore(Statements database) {
        this.database = database;
    }

    /**
     * Tickets of other enterprises that the owner of this one sees and could answer: open ones, and those he has. Visitors
     * of open sites belong to no enterprise that we know, so each counts as one of his own.
     */
    List<Sameness.Asked> answerable(Ticket ticket, Sight sight) {
        Asking asking = ticket.asking();
        return database.list(
                "SELECT t.id, t.question FROM ticket t WHERE " + Sight.CONDITION + """
                   AND t.id <> ? AND NOT t.confidential
                   AND (t.state = 'OPEN' OR (t.state = 'ASSIGNED' AND t.owner_id = ?))
                   AND (t.enterprise_id IS NULL OR t.enterprise_id IS DISTINCT FROM ?)
                   AND coalesce(t.asker_account, t.asker_visitor) <> ?
                ORDER BY t.opened_at DESC LIMIT ?
                """,
                row -> new Sameness.Asked(row.getObject("id", UUID.class), row.getString("question")),
                Stream.concat(
                                sight.values().stream(),
                                Stream.of(
                                        ticket.id(),
                                        ticket.standing().owner(),
                                        asking.enterprise(),
                                        asking.asker().value(),
                                        NEWEST))
                        .toArray());
    }

    /** Where the reply of a ticket went. */
    Set<UUID> recipients(UUID source) {
        return new HashSet<>(database.list(
                "SELECT recipient_id FROM ticket_fan_out WHERE source_id = ? ORDER BY at, recipient_id",
                row -> row.getObject("recipient_id", UUID.class),
                source));
    }

    boolean isSent(UUID source, UUID recipient) {
        return recipients(source).contains(recipient);
    }

    void sent(UUID source, UUID recipient, UUID sender, OffsetDateTime at) {
        database.update(
                "INSERT INTO ticket_fan_out (source_id, recipient_id, sender_id, at) VALUES (?, ?, ?, ?)",
                source,
                recipient,
                sender,
                at);
    }
}
