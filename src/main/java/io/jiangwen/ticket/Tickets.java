package io.jiangwen.ticket;

import io.jiangwen.account.CallerId;
import io.jiangwen.craftsman.CraftsmanDirectory;
import io.jiangwen.craftsman.Offer;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tickets as the thread of an asker uses them. */
@ApplicationScoped
public class Tickets {
    private final TicketStore store;
    private final TicketJournal journal;
    private final TicketMoves moves;
    private final Offering offering;
    private final TicketMessages messages;
    private final TicketAnnouncements announcements;
    private final CraftsmanDirectory craftsmen;
    private final ReplyEstimate estimate;
    private final Pauses pauses;
    private final TicketTimes times;
    private final Clocks clocks;
    private final TicketAskers askers;

    Tickets(
            TicketStore store,
            TicketJournal journal,
            TicketMoves moves,
            Offering offering,
            TicketMessages messages,
            TicketAnnouncements announcements,
            CraftsmanDirectory craftsmen,
            ReplyEstimate estimate,
            Pauses pauses,
            TicketTimes times,
            Clocks clocks,
            TicketAskers askers) {
        this.store = store;
        this.journal = journal;
        this.moves = moves;
        this.offering = offering;
        this.messages = messages;
        this.announcements = announcements;
        this.craftsmen = craftsmen;
        this.estimate = estimate;
        this.pauses = pauses;
        this.times = times;
        this.clocks = clocks;
        this.askers = askers;
    }

    /** Embeds a question that a ticket may be opened for. Blocks; to be called before the transaction that opens it. */
    public void prepare(String question) {
        craftsmen.prepare(question);
    }

    /** Opens a ticket and offers it: OPEN and claimable as soon as the surrounding transaction commits. */
    @Transactional(TxType.MANDATORY)
    public TicketSummary open(TicketOpening opening) {
        OffsetDateTime now = times.now();
        String trade = craftsmen
                .tradeNamedIn(opening.question() + "\n" + opening.dossier().rewritten())
                .orElse(null);
        Asking asking = new Asking(
                opening.asker(),
                opening.enterprise(),
                opening.enterpriseName(),
                opening.region(),
                opening.conversation(),
                opening.turn(),
                opening.question(),
                opening.language(),
                trade,
                opening.confidential(),
                opening.dossier(),
                now,
                Set.of());
        Ticket fresh =
                new Ticket(UUID.randomUUID(), store.nextNumber(now.getYear()), asking, Standing.NEW, null, null, null);
        store.insert(fresh);
        Step opened = new Step(
                TicketEvent.OPEN,
                Actor.asker(opening.asker()),
                now,
                opening.dossier().reason());
        journal.append(new TicketMove(TicketEvent.OPEN, null, TicketState.NEW), opened, fresh);
        List<Offer> offered = offering.offer(fresh, now);
        Ticket open = moves.make(new Step(TicketEvent.OFFER, Actor.SYSTEM, now, null), fresh, Terms.given());
        offering.tell(open, offered, now);
        return summary(open);
    }

    /**
     * Lets somebody wait for the reply of a ticket that asks the same, instead of opening one. His words go to its thread.
     *
     * @param opening what would be opened otherwise
     * @return empty when it cannot be joined: it is answered by now, confidential, or another enterprise's
     */
    @Transactional(TxType.MANDATORY)
    public Optional<TicketSummary> join(UUID id, TicketOpening opening) {
        Ticket ticket = store.lock(id).orElse(null);
        UUID enterprise = opening.enterprise();
        boolean fits = ticket != null
                && enterprise != null
                && enterprise.equals(ticket.asking().enterprise())
                && !opening.confidential()
                && !ticket.asking().confidential()
                && Transitions.allow(TicketEvent.JOIN, ticket.state())
                && !ticket.asking().isAskedBy(opening.asker());
        if (ticket == null || !fits) return Optional.empty();
        OffsetDateTime now = times.now();
        askers.join(ticket, opening.asker(), opening.conversation(), now);
        Ticket joined = store.find(id).orElseThrow();
        moves.make(new Step(TicketEvent.JOIN, Actor.asker(opening.asker()), now, null), joined, Terms.given());
        messages.append(
                id,
                opening.asker(),
                new TicketMessages.Message(TicketMessages.Sender.ASKER, null, opening.question(), now));
        return Optional.of(summary(joined));
    }

    /**
     * The ticket of a thread that a person owns, so that the assistant keeps quiet. No ticket of the thread can be
     * claimed until the surrounding transaction ends.
     */
    @Transactional(TxType.MANDATORY)
    public Optional<TicketSummary> muting(UUID conversation) {
        return store.holdStill(conversation).stream()
                .filter(ticket -> ticket.state().mutesAssistant())
                .findFirst()
                .map(this::summary);
    }

    /**
     * Hands what the asker wrote to the owner; it answers the owner who asked back.
     *
     * @throws Problem.NotFound when it is not his ticket
     */
    @Transactional(TxType.MANDATORY)
    public void forward(UUID ticket, CallerId from, String text) {
        Ticket found = store.lock(ticket)
                .filter(candidate -> candidate.asking().isAskedBy(from))
                .orElseThrow(() -> new Problem.NotFound("ticket"));
        if (found.state() == TicketState.PENDING) {
            pauses.answer(found, Actor.asker(from), from, text);
            return;
        }
        messages.append(ticket, from, new TicketMessages.Message(TicketMessages.Sender.ASKER, null, text, times.now()));
        clocks.asked(found, times.now());
        announcements.message(found);
    }

    /** The ticket as a turn shows it; who may see it is for the caller to know. */
    @Transactional
    public Optional<TicketSummary> summary(UUID id) {
        return store.find(id).map(this::summary);
    }

    private TicketSummary summary(Ticket ticket) {
        return new TicketSummary(
                ticket.id(), ticket.number(), ticket.state(), ReplyEstimate.expectedBy(ticket, estimate.median()));
    }
}
