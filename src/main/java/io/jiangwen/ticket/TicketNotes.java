package io.jiangwen.ticket;

import io.jiangwen.account.Statements;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** What those who work on a ticket tell each other. The asker never reads it. */
@ApplicationScoped
class TicketNotes {
    private final Statements database;
    private final OwnerDesk desk;
    private final TicketStore store;
    private final TicketConfig config;
    private final TicketTimes times;

    TicketNotes(Statements database, OwnerDesk desk, TicketStore store, TicketConfig config, TicketTimes times) {
        this.database = database;
        this.desk = desk;
        this.store = store;
        this.config = config;
        this.times = times;
    }

    /** @param from display name of whoever wrote it */
    record Note(String from, String text, OffsetDateTime at) {}

    /** Oldest first. */
    List<Note> of(UUID ticket) {
        return database.list(
                """
                SELECT a.display_name, n.text, n.at FROM ticket_note n JOIN account a ON a.id = n.author_id
                WHERE n.ticket_id = ? ORDER BY n.id
                """,
                row -> new Note(
                        row.getString("display_name"),
                        row.getString("text"),
                        row.getObject("at", OffsetDateTime.class)),
                ticket);
    }

    /**
     * Writes a note: for the owner under his epoch, whose lease it renews, as all work does; for a dispatcher of the
     * region at any time.
     */
    @Transactional(dontRollbackOn = StaleEpoch.class)
    Ticket write(OwnerDesk.Write write, String text) {
        if (text.isBlank()) throw new Problem.Invalid(Guard.WORDS.code(), Guard.WORDS.detail());
        if (text.codePointCount(0, text.length()) > config.longestText())
            throw new Problem.Invalid("note-too-long", "A note has at most " + config.longestText() + " characters.");
        Ticket ticket = desk.lock(write.ticket());
        Sight sight = new Sight(write.caller());
        boolean dispatcher = sight.dispatches(ticket) && !sight.isOwner(ticket);
        if (!dispatcher) desk.admit(ticket, write);
        OffsetDateTime now = times.now();
        database.update(
                "INSERT INTO ticket_note (ticket_id, author_id, text, at) VALUES (?, ?, ?, ?)",
                ticket.id(),
                write.author(),
                text,
                now);
        if (dispatcher || ticket.state() != TicketState.ASSIGNED) return ticket;
        Ticket renewed = ticket.standing(
                ticket.standing().renewed(times.renewed(ticket.standing().lease(), now)));
        store.renew(renewed);
        return renewed;
    }
}
