package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.account.Role;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final TicketTimes times;
    private final Priorities priorities;
    private final Clocks clocks;

    TicketDesk(
            TicketStore store,
            TicketPapers papers,
            TicketPeople people,
            TicketOffers offers,
            ReplyEstimate estimate,
            TicketTimes times,
            Priorities priorities,
            Clocks clocks) {
        this.store = store;
        this.papers = papers;
        this.people = people;
        this.offers = offers;
        this.estimate = estimate;
        this.times = times;
        this.priorities = priorities;
        this.clocks = clocks;
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
                standing.due(),
                papers.follows(id).orElse(null),
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
                asking.askers().size(),
                papers.word(id, caller.id()).orElse(null),
                priorities.of(id),
                clocks(ticket, sight),
                sight.mindsClocks(ticket) && !sight.isAsker(ticket) ? papers.notes(id) : List.of(),
                sight.dispatches(ticket) || caller.role() == Role.ADMINISTRATOR ? offers.of(id) : List.of(),
                you(ticket, sight));
    }

    @Transactional
    TicketView.Page list(TicketQuery query, Caller caller) {
        Sight sight = new Sight(caller);
        List<TicketStore.Listed> found = store.list(query, sight);
        List<TicketStore.Listed> page = found.subList(0, Math.min(found.size(), query.limit()));
        Optional<Duration> median = estimate.median();
        return new TicketView.Page(
                page.stream()
                        .map(listed -> line(listed.ticket(), sight, median))
                        .toList(),
                found.size() > page.size() ? page.getLast().place().cursor() : null);
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
                priorities.of(ticket.id()),
                next(clocks(ticket, sight)),
                you(ticket, sight));
    }

    private List<ClockView> clocks(Ticket ticket, Sight sight) {
        if (!sight.mindsClocks(ticket)) return List.of();
        OffsetDateTime now = times.now();
        return clocks.of(ticket.id()).stream()
                .map(clock -> ClockView.of(clock, times.calendar(), now))
                .toList();
    }

    /** The one that is over next, else one that is paused. */
    private static @Nullable ClockView next(List<ClockView> clocks) {
        return clocks.stream()
                .filter(clock -> clock.state() != ClockView.State.STOPPED)
                .min(Comparator.comparing(ClockView::state).thenComparing(ClockView::remainingSeconds))
                .orElse(null);
    }

    private TicketView.You you(Ticket ticket, Sight sight) {
        Set<Party> parties = sight.parties(ticket);
        UUID account = sight.account();
        String offered = account == null || !parties.contains(Party.CRAFTSMAN)
                ? null
                : offers.reasonFor(ticket.id(), account).orElse(null);
        if (offered != null) parties.add(Party.OFFERED);
        Set<TicketEvent> may = Transitions.open(ticket.state(), parties);
        OffsetDateTime now = times.now();
        if (!times.isUndoable(ticket.reply(), now)) may.remove(TicketEvent.UNDO);
        return new TicketView.You(
                parties.contains(Party.ASKER),
                parties.contains(Party.OWNER),
                offered,
                may,
                may.contains(TicketEvent.CLAIM),
                may.contains(TicketEvent.REPLY),
                may.contains(TicketEvent.UNDO),
                may.contains(TicketEvent.RELEASE),
                may.contains(TicketEvent.CONFIRM),
                may.contains(TicketEvent.CANCEL));
    }

    private @Nullable String nameOf(@Nullable UUID owner) {
        return owner == null ? null : people.nameOf(owner);
    }
}
