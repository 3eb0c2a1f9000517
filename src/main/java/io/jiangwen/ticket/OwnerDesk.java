package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets only the owner write, and only under the claim he holds. Texts that come too late are kept as drafts, so
 * callers must not roll back on {@link StaleEpoch}.
 */
@ApplicationScoped
class OwnerDesk {
    private final TicketStore store;
    private final TicketJournal journal;
    private final TicketDrafts drafts;

    OwnerDesk(TicketStore store, TicketJournal journal, TicketDrafts drafts) {
        this.store = store;
        this.journal = journal;
        this.drafts = drafts;
    }

    /**
     * What an owner sends.
     *
     * @param epoch of the claim he believes to hold
     * @param text what must not be lost, null when nothing
     */
    record Write(
            UUID ticket, Caller caller, int epoch, @Nullable String text) {
        UUID author() {
            return caller.id().value();
        }
    }

    /** Locks the ticket. @throws Problem.NotFound when there is none */
    Ticket lock(UUID id) {
        return store.lock(id).orElseThrow(() -> new Problem.NotFound("ticket"));
    }

    /**
     * @param ticket locked
     * @throws StaleEpoch when the claim is an earlier one; the text is kept
     * @throws Problem.Forbidden when somebody else's ticket is only visible
     * @throws Problem.NotFound when it is not even that
     */
    void admit(Ticket ticket, Write write) {
        Sight sight = new Sight(write.caller());
        boolean owner = sight.isOwner(ticket);
        if (owner && ticket.epoch() == write.epoch()) return;
        if (owner || journal.everOwned(ticket.id(), write.author())) {
            keep(ticket, write);
            throw new StaleEpoch(ticket, write.text());
        }
        if (!store.sees(sight, ticket.id())) throw new Problem.NotFound("ticket");
        throw new NotYourPart(Set.of(Party.OWNER));
    }

    /** Keeps the text of a write, if it carries one. */
    void keep(Ticket ticket, Write write) {
        if (write.text() != null) drafts.keep(ticket.id(), write.author(), write.epoch(), write.text());
    }
}
