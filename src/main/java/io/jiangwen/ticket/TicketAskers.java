package io.jiangwen.ticket;

import io.jiangwen.account.CallerId;
import io.jiangwen.account.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of table {@code ticket_asker}; a ticket that nobody has joined has none. */
@ApplicationScoped
class TicketAskers {
    private final Statements database;

    TicketAskers(Statements database) {
        this.database = database;
    }

    /** @param consent to publication, of whoever confirmed */
    record Asker(CallerId id, AskersState word, boolean consent) {}

    /** In the order in which they came; empty when there is only one. */
    List<Asker> of(UUID ticket) {
        return database.list(
                """
                SELECT asker_account, asker_visitor, word, consent FROM ticket_asker
                WHERE ticket_id = ? ORDER BY joined_at, asker_account, asker_visitor
                """,
                row -> new Asker(id(row), AskersState.valueOf(row.getString("word")), row.getBoolean("consent")),
                ticket);
    }

    /** Others who have the ticket in common with him: they wait, or have confirmed. */
    List<Asker> besides(UUID ticket, CallerId asker) {
        return of(ticket).stream()
                .filter(other -> !other.id().equals(asker))
                .filter(other -> other.word() == AskersState.WAITING || other.word() == AskersState.CONFIRMED)
                .toList();
    }

    boolean anyConfirmed(UUID ticket) {
        return of(ticket).stream().anyMatch(asker -> asker.word() == AskersState.CONFIRMED);
    }

    Optional<Asker> find(UUID ticket, CallerId asker) {
        return of(ticket).stream().filter(one -> one.id().equals(asker)).findFirst();
    }

    /** Adds somebody, and whoever opened the ticket, unless they are there. */
    void join(Ticket ticket, CallerId asker, UUID conversation, OffsetDateTime at) {
        Asking asking = ticket.asking();
        add(ticket.id(), asking.asker(), asking.conversation(), asking.openedAt());
        add(ticket.id(), asker, conversation, at);
    }

    /** The thread in which he asked. */
    Optional<UUID> conversation(UUID ticket, CallerId asker) {
        return database.first(
                """
                SELECT conversation_id FROM ticket_asker
                WHERE ticket_id = ? AND (asker_account = ? OR asker_visitor = ?)
                """, row -> row.getObject("conversation_id", UUID.class), ticket, asker.value(), asker.value());
    }

    void say(UUID ticket, CallerId asker, AskersState word, boolean consent) {
        database.update("""
                UPDATE ticket_asker SET word = ?, consent = ?
                WHERE ticket_id = ? AND (asker_account = ? OR asker_visitor = ?)
                """, word.name(), consent, ticket, asker.value(), asker.value());
    }

    /** Nobody who still waited objected in time. */
    void assume(UUID ticket) {
        database.update("UPDATE ticket_asker SET word = 'ASSUMED' WHERE ticket_id = ? AND word = 'WAITING'", ticket);
    }

    private void add(UUID ticket, CallerId asker, UUID conversation, OffsetDateTime at) {
        database.update(
                """
                INSERT INTO ticket_asker (ticket_id, asker_account, asker_visitor, conversation_id, joined_at)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT ON CONSTRAINT ticket_asker_uq DO NOTHING
                """,
                ticket,
                account(asker),
                asker instanceof CallerId.VisitorId visitor ? visitor.value() : null,
                conversation,
                at);
    }

    private static @Nullable UUID account(CallerId asker) {
        return asker instanceof CallerId.AccountId account ? account.value() : null;
    }

    private static CallerId id(ResultSet row) throws SQLException {
        UUID account = row.getObject("asker_account", UUID.class);
        return account == null
                ? new CallerId.VisitorId(row.getObject("asker_visitor", UUID.class))
                : new CallerId.AccountId(account);
    }
}
