package io.jiangwen.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Starts, pauses and stops the clocks of a ticket as it moves, in the transaction of the move. */
@ApplicationScoped
class Clocks {
    private final ClockStore store;
    private final ClockPolicies policies;
    private final TicketTimes times;

    Clocks(ClockStore store, ClockPolicies policies, TicketTimes times) {
        this.store = store;
        this.policies = policies;
        this.times = times;
    }

    /** @param after the ticket as the event left it */
    void moved(TicketEvent event, Ticket before, Ticket after, OffsetDateTime at) {
        apply(after, ClockRules.after(event, after.state()), at);
        Reply withdrawn = before.reply();
        if (event != TicketEvent.UNDO || withdrawn == null) return;
        store.of(after.id()).values().stream()
                .filter(clock -> ClockRules.stoppedByReply().contains(clock.kind()))
                .filter(clock -> withdrawn.at().equals(clock.stoppedAt()))
                .forEach(clock -> write(after.id(), clock.resumed(at)));
    }

    /** The asker added something; whoever has the ticket owes him an answer. */
    void asked(Ticket ticket, OffsetDateTime at) {
        if (ticket.state() == TicketState.ASSIGNED) apply(ticket, ClockRules.asked(), at);
    }

    /** Every clock that ever ran, in the order of {@link ClockKind}. */
    List<TicketClock> of(UUID ticket) {
        Map<ClockKind, TicketClock> clocks = store.of(ticket);
        return Arrays.stream(ClockKind.values())
                .map(clocks::get)
                .filter(Objects::nonNull)
                .toList();
    }

    void write(UUID ticket, TicketClock clock) {
        store.write(ticket, clock, times.calendar());
    }

    /** When a reply to this ticket given now is assumed to have worked. */
    OffsetDateTime assumedAfter(Ticket ticket, OffsetDateTime now) {
        Allowance allowance = policies.of(ticket.id()).get(ClockKind.CONFIRMATION);
        return allowance == null ? times.assumedAfter(now) : times.calendar().after(now, allowance.within());
    }

    /** Measures what still runs by the policies of the ticket's priority, which has just changed. */
    void allowAnew(UUID ticket, OffsetDateTime now) {
        Map<ClockKind, Allowance> allowances = policies.of(ticket);
        for (TicketClock clock : of(ticket)) {
            Allowance allowance = allowances.get(clock.kind());
            if (clock.stoppedAt() == null && allowance != null && clock.kind() != ClockKind.CONFIRMATION)
                write(ticket, clock.allowed(allowance, times.calendar(), now));
        }
    }

    private void apply(Ticket ticket, Map<ClockKind, ClockRules.Act> acts, OffsetDateTime at) {
        if (acts.isEmpty()) return;
        Map<ClockKind, TicketClock> clocks = store.of(ticket.id());
        Map<ClockKind, Allowance> allowances = policies.of(ticket.id());
        acts.forEach((kind, act) -> {
            TicketClock clock = clocks.get(kind);
            TicketClock next = next(clock, act, allowances.get(kind), kind, at);
            if (next != null && !next.equals(clock)) write(ticket.id(), next);
        });
    }

    private @Nullable TicketClock next(
            @Nullable TicketClock clock,
            ClockRules.Act act,
            @Nullable Allowance allowance,
            ClockKind kind,
            OffsetDateTime at) {
        WorkingCalendar calendar = times.calendar();
        return switch (act) {
            case START -> allowance == null ? clock : TicketClock.started(kind, allowance, at);
            case BEGIN ->
                allowance == null || (clock != null && clock.stoppedAt() == null)
                        ? clock
                        : TicketClock.started(kind, allowance, at);
            case PAUSE -> clock == null ? null : clock.paused(calendar, at);
            case RESUME -> clock == null || !clock.isPaused() ? clock : clock.resumed(at);
            case REVIVE -> clock == null ? null : clock.resumed(at);
            case STOP -> clock == null ? null : clock.stopped(calendar, at);
        };
    }
}
