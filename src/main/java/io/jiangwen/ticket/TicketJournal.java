package io.jiangwen.ticket;

import io.jiangwen.account.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The append-only events of tickets. */
@ApplicationScoped
class TicketJournal {
    private final Statements database;

    TicketJournal(Statements database) {
        this.database = database;
    }

    /** Something that happened. */
    record Entry(TicketEvent event, String actor, OffsetDateTime at) {
        boolean is(TicketEvent other, Actor by) {
            return event == other && actor.equals(by.tag());
        }
    }

    /** @param after the ticket as the event left it */
    void append(TicketMove move, Step step, Ticket after) {
        database.update(
                """
                INSERT INTO ticket_event (ticket_id, event, actor, from_state, to_state, reason, epoch, owner_id, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                after.id(),
                move.event().name(),
                step.actor().tag(),
                nameOf(move.from()),
                move.to().name(),
                step.reason(),
                after.epoch(),
                after.standing().owner(),
                step.at());
    }

    /** The last thing that somebody did with the ticket; what is only said of its clocks does not count. */
    Optional<Entry> last(UUID ticket) {
        return database.first(
                """
                SELECT event, actor, at FROM ticket_event
                WHERE ticket_id = ? AND event NOT IN ('WARN', 'BREACH', 'PRIORITISE', 'JOIN') ORDER BY seq DESC LIMIT 1
                """,
                row -> new Entry(
                        TicketEvent.valueOf(row.getString("event")),
                        row.getString("actor"),
                        row.getObject("at", OffsetDateTime.class)),
                ticket);
    }

    /** Whether the last thing that happened is this event by this person: then the same again changes nothing. */
    boolean endsWith(Ticket ticket, TicketEvent event, Actor actor) {
        return last(ticket.id()).filter(entry -> entry.is(event, actor)).isPresent();
    }

    /** Whether somebody may have sent a write under an earlier claim of his. */
    boolean everOwned(UUID ticket, UUID account) {
        return database.first(
                        "SELECT 1 FROM ticket_event WHERE ticket_id = ? AND owner_id = ? LIMIT 1",
                        row -> true,
                        ticket,
                        account)
                .isPresent();
    }

    boolean everRejected(UUID ticket) {
        return database.first(
                        "SELECT 1 FROM ticket_event WHERE ticket_id = ? AND event = 'REJECT' LIMIT 1",
                        row -> true,
                        ticket)
                .isPresent();
    }

    private static @Nullable String nameOf(@Nullable TicketState state) {
        return state == null ? null : state.name();
    }
}
