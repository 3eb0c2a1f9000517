package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.account.Role;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows tickets to those who may see them. */
@ApplicationScoped
public class TicketDesk {
    private final TicketStore store;
    private final TicketPapers papers;
    private final TicketPeople people;
    private final TicketOffers offers;
    private final ReplyEstimate estimate;
    private final TicketConfig config;
    private final Clock clock;

    TicketDesk(
            TicketStore store,
            TicketPapers papers,
            TicketPeople people,
            TicketOffers offers,
            ReplyEstimate estimate,
            TicketConfig config,
            Clock clock) {
        this.store = store;
        this.papers = papers;
        this.people = people;
        this.offers = offers;
        this.estimate = estimate;
        this.config = config;
        this.clock = clock;
    }

    /** @throws Problem.NotFound when there is none that the caller may see */
    @Transactional
    public TicketView show(UUID id, Caller caller) {
        if (!store.sees(new Sight(caller), id)) throw new Problem.NotFound("ticket");
        return render(id, caller);
    }

    /** The ticket after the caller did something to it, also when he sees it no more. */
    @Transactional
    TicketView render(UUID id, Caller caller) {
        Ticket ticket = store.find(id).orElseThrow(() -> new Problem.NotFound("ticket"));
        Sight sight = new Sight(caller);
        Asking asking = ticket.asking();
        Standing standing = ticket.standing();
        return new TicketView(
                ticket.id(),
                ticket.number(),
                ticket.state(),
                standing.closedAs(),
                standing.level(),
                standing.epoch(),
                nameOf(standing.owner()),
                standing.leaseUntil(),
                asking.question(),
                asking.language().tag(),
                asking.trade(),
                asking.enterpriseName(),
                asking.confidential(),
                asking.dossier(),
                papers.messages(id),
                ticket.reply(),
                ticket.feedback(),
                sight.isOwner(ticket) ? papers.draft(ticket).orElse(null) : null,
                papers.article(id).orElse(null),
                asking.openedAt(),
                ticket.closedAt(),
                ReplyEstimate.expectedBy(ticket, estimate.median()),
                you(ticket, sight));
    }

    @Transactional
    TicketView.Page list(TicketQuery query, Caller caller) {
        Sight sight = new Sight(caller);
        List<Ticket> found = store.list(query, sight);
        List<Ticket> page = found.subList(0, Math.min(found.size(), query.limit()));
        Optional<Duration> median = estimate.median();
        return new TicketView.Page(
                page.stream().map(ticket -> line(ticket, sight, median)).toList(),
                found.size() > page.size()
                        ? TicketQuery.Place.of(page.getLast()).cursor()
                        : null);
    }

    private TicketView.Line line(Ticket ticket, Sight sight, Optional<Duration> median) {
        Asking asking = ticket.asking();
        Standing standing = ticket.standing();
        return new TicketView.Line(
                ticket.id(),
                ticket.number(),
                ticket.state(),
                standing.closedAs(),
                standing.level(),
                standing.epoch(),
                nameOf(standing.owner()),
                standing.leaseUntil(),
                asking.question(),
                asking.language().tag(),
                asking.trade(),
                asking.enterpriseName(),
                asking.confidential(),
                asking.openedAt(),
                ticket.closedAt(),
                ReplyEstimate.expectedBy(ticket, median),
                you(ticket, sight));
    }

    private TicketView.You you(Ticket ticket, Sight sight) {
        TicketState state = ticket.state();
        boolean asker = sight.isAsker(ticket);
        boolean owner = sight.isOwner(ticket);
        UUID account = sight.account();
        boolean craftsman = sight.caller().role() == Role.CRAFTSMAN;
        Reply reply = ticket.reply();
        boolean undoable =
                reply != null && !OffsetDateTime.now(clock).isAfter(reply.at().plus(config.undo()));
        return new TicketView.You(
                asker,
                owner,
                craftsman && account != null
                        ? offers.reasonFor(ticket.id(), account).orElse(null)
                        : null,
                craftsman && Transitions.allow(TicketEvent.CLAIM, state),
                owner && Transitions.allow(TicketEvent.REPLY, state),
                owner && undoable && Transitions.allow(TicketEvent.UNDO, state),
                owner && Transitions.allow(TicketEvent.RELEASE, state),
                asker && Transitions.allow(TicketEvent.CONFIRM, state),
                (asker || sight.dispatches(ticket)) && Transitions.allow(TicketEvent.CANCEL, state));
    }

    private @Nullable String nameOf(@Nullable UUID owner) {
        return owner == null ? null : people.nameOf(owner);
    }
}
