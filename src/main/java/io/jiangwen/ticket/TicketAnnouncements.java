package io.jiangwen.ticket;

import io.jiangwen.account.Announcement;
import io.jiangwen.account.Audience;
import io.jiangwen.account.Role;
import io.jiangwen.craftsman.Offer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who may see a ticket what became of it: its asker, its owner, the dispatchers of its region, and as long
 * as it can be claimed the craftsmen who could. A confidential ticket is told to those craftsmen only whom it was
 * offered to.
 */
@ApplicationScoped
class TicketAnnouncements {
    /** The level at which everybody is called, and the one at which the administrators are. */
    private static final int CHALLENGE = 3;

    private static final int ADMINISTRATORS = Standing.HIGHEST_LEVEL;

    private final Event<Announcement> announcements;
    private final TicketPeople people;

    TicketAnnouncements(Event<Announcement> announcements, TicketPeople people) {
        this.announcements = announcements;
        this.people = people;
    }

    /** Tells of a move: to everybody who could claim the ticket, before or after it, and to whoever had it before. */
    void moved(TicketEvent event, Ticket before, Ticket after) {
        if (event == TicketEvent.OPEN || event == TicketEvent.WARN || event == TicketEvent.BREACH) return;
        if (event == TicketEvent.DECLINE || event == TicketEvent.PRIORITISE) {
            tellDispatchers(event.announced(), after);
            return;
        }
        boolean claimable = isClaimable(before) || isClaimable(after);
        Audience audience = claimable ? withPool(after) : circle(after);
        tell(event.announced(), after, plusAccount(audience, before.standing().owner()));
    }

    /** Tells each craftsman what he is offered, and why. */
    void offered(Ticket ticket, List<Offer> offers) {
        for (Offer offer : offers) {
            announcements.fire(new Announcement(
                    "ticket.offered",
                    ticket.id().toString(),
                    Map.of(
                            "number",
                            ticket.number(),
                            "state",
                            ticket.state().name(),
                            "reason",
                            offer.reason(),
                            "confidential",
                            ticket.asking().confidential()),
                    Audience.account(offer.account())));
        }
    }

    /** Nobody is left to be offered the ticket. */
    void pooled(Ticket ticket) {
        tellDispatchers("ticket.pooled", ticket);
    }

    /** A clock is running out: told to whoever can do something about it. */
    void warned(Ticket ticket, ClockKind clock) {
        if (clock == ClockKind.CONFIRMATION) {
            tell("ticket.warned", ticket, clock, askers(ticket));
            return;
        }
        workers(ticket).ifPresent(audience -> tell("ticket.warned", ticket, clock, audience));
    }

    /** The level has risen: told to those whom the new one concerns, too. */
    void raised(Ticket ticket, ClockKind clock) {
        Stream<Audience> called = Stream.of();
        int level = ticket.standing().level();
        boolean open = ticket.state() == TicketState.OPEN && !ticket.asking().confidential();
        if (level >= CHALLENGE && open) called = Stream.of(Audience.role(Role.CRAFTSMAN));
        if (level >= ADMINISTRATORS) called = Stream.concat(called, Stream.of(Audience.role(Role.ADMINISTRATOR)));
        Stream.concat(workers(ticket).stream(), called)
                .reduce(Audience::and)
                .ifPresent(audience -> tell("ticket.raised", ticket, clock, audience));
    }

    void message(Ticket ticket) {
        tell("ticket.message", ticket, circle(ticket));
    }

    private void tell(String type, Ticket ticket, Audience audience) {
        announcements.fire(new Announcement(
                type,
                ticket.id().toString(),
                Map.of(
                        "number",
                        ticket.number(),
                        "state",
                        ticket.state().name(),
                        "confidential",
                        ticket.asking().confidential()),
                audience));
    }

    private void tell(String type, Ticket ticket, ClockKind clock, Audience audience) {
        announcements.fire(new Announcement(
                type,
                ticket.id().toString(),
                Map.of(
                        "number",
                        ticket.number(),
                        "state",
                        ticket.state().name(),
                        "clock",
                        clock.name(),
                        "level",
                        ticket.standing().level(),
                        "confidential",
                        ticket.asking().confidential()),
                audience));
    }

    /** Owner, dispatchers, and those to whom an open ticket is offered. */
    private Optional<Audience> workers(Ticket ticket) {
        UUID owner = ticket.standing().owner();
        List<UUID> offered = isClaimable(ticket) ? people.offeredTo(ticket.id()) : List.of();
        return Stream.of(
                        people.dispatchersOf(ticket.asking().region()).stream(),
                        offered.stream(),
                        Stream.ofNullable(owner))
                .flatMap(accounts -> accounts)
                .map(Audience::account)
                .reduce(Audience::and);
    }

    private void tellDispatchers(String type, Ticket ticket) {
        people.dispatchersOf(ticket.asking().region()).stream()
                .map(Audience::account)
                .reduce(Audience::and)
                .ifPresent(audience -> tell(type, ticket, audience));
    }

    private static boolean isClaimable(Ticket ticket) {
        return Transitions.allow(TicketEvent.CLAIM, ticket.state());
    }

    private static Audience askers(Ticket ticket) {
        return ticket.asking().askers().stream()
                .map(Audience::of)
                .reduce(Audience::and)
                .orElseThrow();
    }

    /** Askers, owner, dispatchers. */
    private Audience circle(Ticket ticket) {
        Audience audience = askers(ticket);
        for (UUID dispatcher : people.dispatchersOf(ticket.asking().region()))
            audience = audience.and(Audience.account(dispatcher));
        return plusAccount(audience, ticket.standing().owner());
    }

    private Audience withPool(Ticket ticket) {
        Audience circle = circle(ticket);
        if (!ticket.asking().confidential()) return circle.and(Audience.role(Role.CRAFTSMAN));
        Stream<UUID> offered = people.offeredTo(ticket.id()).stream();
        return offered.map(Audience::account).reduce(circle, Audience::and);
    }

    private static Audience plusAccount(Audience audience, @Nullable UUID account) {
        return account == null ? audience : audience.and(Audience.account(account));
    }
}
