package io.jiangwen.ticket;

import io.jiangwen.account.CallerId;
import io.jiangwen.account.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What asker and craftsman wrote to each other on a ticket. */
@ApplicationScoped
class TicketMessages {
    private final Statements database;

    TicketMessages(Statements database) {
        this.database = database;
    }

    /** Who speaks. */
    enum Sender {
        ASKER,
        CRAFTSMAN,
        SYSTEM
    }

    /** @param name of the account that wrote it, null for visitors and the system */
    record Message(Sender from, @Nullable String name, String text, OffsetDateTime at) {}

    void append(UUID ticket, CallerId from, Message message) {
        database.update(
                "INSERT INTO ticket_message (ticket_id, sender, account, text, at) VALUES (?, ?, ?, ?, ?)",
                ticket,
                message.from().name(),
                from instanceof CallerId.AccountId account ? account.value() : null,
                message.text(),
                message.at());
    }

    /** Takes back the newest message of the craftsman; it stays stored and is shown to nobody. */
    void withdrawReply(UUID ticket) {
        database.update("""
                UPDATE ticket_message SET withdrawn = true
                WHERE id = (SELECT max(id) FROM ticket_message
                            WHERE ticket_id = ? AND sender = 'CRAFTSMAN' AND NOT withdrawn)
                """, ticket);
    }

    /** Oldest first, without what was withdrawn. */
    List<Message> of(UUID ticket) {
        return database.list(
                """
                SELECT m.sender, a.display_name, m.text, m.at
                FROM ticket_message m LEFT JOIN account a ON a.id = m.account
                WHERE m.ticket_id = ? AND NOT m.withdrawn
                ORDER BY m.id
                """,
                row -> new Message(
                        Sender.valueOf(row.getString("sender")),
                        row.getString("display_name"),
                        row.getString("text"),
                        row.getObject("at", OffsetDateTime.class)),
                ticket);
    }
}
