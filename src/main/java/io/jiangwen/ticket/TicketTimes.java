package io.jiangwen.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long things may take: leases, reminders and confirmations in working time, holds and follow-ups by the calendar.
 * Times are in microseconds, as the database keeps them.
 */
@ApplicationScoped
class TicketTimes {
    private final TicketConfig config;
    private final Clock clock;
    private final WorkingCalendar calendar;

    TicketTimes(TicketConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        calendar = new WorkingCalendar(
                config.zone(),
                config.workingHours().stream()
                        .map(WorkingCalendar.Period::parse)
                        .toList(),
                HolidayFile.shipped());
    }

    /** The first year that begins, or began, by then, and whose holidays are not known. */
    Optional<Year> unknownYear(Duration ahead) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), config.zone());
        LocalDate then = today.plusDays(ahead.toDays());
        return Stream.of(Year.from(today), Year.from(then))
                .filter(year -> !calendar.holidays().knows(year))
                .findFirst();
    }

    WorkingCalendar calendar() {
        return calendar;
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
    }

    /** The lease of somebody who gets a ticket now. */
    Lease lease(OffsetDateTime now) {
        return new Lease(now, calendar.after(now, config.lease()));
    }

    /** The lease of an owner who has worked on it now; never shorter than before, never beyond the longest. */
    Lease renewed(@Nullable Lease lease, OffsetDateTime now) {
        if (lease == null) return lease(now);
        OffsetDateTime wanted = calendar.after(now, config.lease());
        OffsetDateTime last = calendar.after(lease.since(), config.longestLease());
        OffsetDateTime until = wanted.isBefore(last) ? wanted : last;
        return new Lease(lease.since(), until.isBefore(lease.until()) ? lease.until() : until);
    }

    OffsetDateTime reminderAfter(OffsetDateTime now) {
        return calendar.after(now, config.reminder());
    }

    /** When a reply given now is assumed to have worked. */
    OffsetDateTime assumedAfter(OffsetDateTime now) {
        return calendar.after(now, config.confirmation());
    }

    OffsetDateTime longestHold(OffsetDateTime now) {
        return now.plus(config.longestHold());
    }

    /** Whether a reply can still be withdrawn. */
    boolean isUndoable(@Nullable Reply reply, OffsetDateTime now) {
        return reply != null && !now.isAfter(reply.at().plus(config.undo()));
    }

    /** Whether a closed ticket may be taken up again. */
    boolean isFollowable(Ticket ticket, OffsetDateTime now) {
        OffsetDateTime closed = ticket.closedAt();
        return closed != null && !now.isAfter(closed.plus(config.followUp()));
    }
}
