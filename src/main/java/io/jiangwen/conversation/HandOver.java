package io.jiangwen.conversation;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CallerId;
import io.jiangwen.account.Enterprise;
import io.jiangwen.account.Enterprises;
import io.jiangwen.account.Visitors;
import io.jiangwen.account.Visitors.Contact;
import io.jiangwen.text.Language;
import io.jiangwen.ticket.Joining;
import io.jiangwen.ticket.TicketOpening;
import io.jiangwen.ticket.TicketSummary;
import io.jiangwen.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens the ticket of a turn that needs a person, as soon as it is known whom to answer. */
@ApplicationScoped
class HandOver {
    private final Tickets tickets;
    private final TurnWriter writer;
    private final TurnStore turns;
    private final Visitors visitors;
    private final Enterprises enterprises;
    private final Joining joining;

    HandOver(
            Tickets tickets,
            TurnWriter writer,
            TurnStore turns,
            Visitors visitors,
            Enterprises enterprises,
            Joining joining) {
        this.tickets = tickets;
        this.writer = writer;
        this.turns = turns;
        this.visitors = visitors;
        this.enterprises = enterprises;
        this.joining = joining;
    }

    /**
     * The open ticket that asks the same, which may be joined; null when there is none. To be found before the transaction
     * opens, and has the question ready then for finding a craftsman.
     */
    @Nullable
    UUID same(Caller caller, String question) {
        tickets.prepare(question);
        return joining.candidate(caller, question).orElse(null);
    }

    /** The turn with its ticket; a visitor of an open site who has not said who he is gets none yet. */
    @Transactional(TxType.MANDATORY)
    Turn attempt(Asking asking, Turn turn, Waiting waiting) {
        if (mustLeaveContact(asking.caller())) {
            turns.await(turn.id(), waiting);
            return turn;
        }
        return open(asking.caller(), asking.conversation(), turn, waiting, false);
    }

    /** Opens the ticket that the newest turn of this visitor still waits for; empty when none does. */
    @Transactional(TxType.MANDATORY)
    Optional<TicketSummary> openWaiting(Caller caller) {
        return turns.waiting(caller.id()).map(found -> {
            Turn opened = open(caller, found.conversation(), found.turn(), found.waiting(), false);
            return Objects.requireNonNull(opened.ticket());
        });
    }

    @Transactional(TxType.MANDATORY)
    Turn open(Caller caller, UUID conversation, Turn turn, Waiting waiting, boolean confidential) {
        Optional<Enterprise> enterprise =
                Optional.ofNullable(caller.enterprise()).flatMap(enterprises::find);
        String name = enterprise
                .map(Enterprise::name)
                .or(() -> contact(caller).map(Contact::enterprise))
                .orElse(null);
        TicketOpening opening = new TicketOpening(
                caller.id(),
                caller.enterprise(),
                name,
                caller.region(),
                conversation,
                turn.id(),
                waiting.question(),
                Language.of(waiting.question()),
                confidential,
                waiting.dossier());
        return Optional.ofNullable(waiting.same())
                .flatMap(same -> tickets.join(same, opening))
                .map(ticket -> writer.joined(turn, ticket))
                .orElseGet(() -> writer.ticketed(turn, tickets.open(opening)));
    }

    boolean mustLeaveContact(Caller caller) {
        return caller.site() != null
                && visitors.isOpenSite(caller.site())
                && !contact(caller).map(Contact::complete).orElse(false);
    }

    private Optional<Contact> contact(Caller caller) {
        return caller.id() instanceof CallerId.VisitorId visitor ? visitors.contact(visitor.value()) : Optional.empty();
    }
}
