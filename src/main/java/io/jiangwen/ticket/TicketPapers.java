package io.jiangwen.ticket;

import io.jiangwen.account.CallerId;
import io.jiangwen.account.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What lies beside a ticket: its messages, drafts, and the article it became. */
@ApplicationScoped
class TicketPapers {
    private final Statements database;
    private final TicketMessages messages;
    private final TicketDrafts drafts;
    private final TicketNotes notes;
    private final TicketAskers askers;

    TicketPapers(
            Statements database, TicketMessages messages, TicketDrafts drafts, TicketNotes notes, TicketAskers askers) {
        this.database = database;
        this.messages = messages;
        this.drafts = drafts;
        this.notes = notes;
        this.askers = askers;
    }

    List<TicketMessages.Message> messages(UUID ticket) {
        return messages.of(ticket);
    }

    Optional<AskersState> word(UUID ticket, CallerId asker) {
        return askers.find(ticket, asker).map(TicketAskers.Asker::word);
    }

    List<TicketNotes.Note> notes(UUID ticket) {
        return notes.of(ticket);
    }

    Optional<String> draft(Ticket ticket) {
        return drafts.forOwner(ticket);
    }

    /** The closed ticket that this one takes up. */
    Optional<UUID> follows(UUID ticket) {
        return database.first(
                "SELECT follows_id FROM ticket WHERE id = ? AND follows_id IS NOT NULL",
                row -> row.getObject("follows_id", UUID.class),
                ticket);
    }

    /** Id of the article that was drafted from the reply. */
    Optional<String> article(UUID ticket) {
        return database.first("SELECT id FROM article WHERE ticket_id = ?", row -> row.getString("id"), ticket);
    }
}
