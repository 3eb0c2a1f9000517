package io.jiangwen.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How long things may take: leases, reminders, confirmations. Times are in microseconds, as the database keeps them. */
@ApplicationScoped
class TicketTimes {
    private final TicketConfig config;
    private final Clock clock;

    TicketTimes(TicketConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
    }

    /** The lease of somebody who gets a ticket now. */
    Lease lease(OffsetDateTime now) {
        return new Lease(now, now.plus(config.lease()));
    }

    /** The lease of an owner who has worked on it now; never shorter than before, never beyond the longest. */
    Lease renewed(@Nullable Lease lease, OffsetDateTime now) {
        if (lease == null) return lease(now);
        OffsetDateTime wanted = now.plus(config.lease());
        OffsetDateTime last = lease.since().plus(config.longestLease());
        OffsetDateTime until = wanted.isBefore(last) ? wanted : last;
        return new Lease(lease.since(), until.isBefore(lease.until()) ? lease.until() : until);
    }

    OffsetDateTime reminderAfter(OffsetDateTime now) {
        return now.plus(config.reminder());
    }

    /** When a reply given now is assumed to have worked. */
    OffsetDateTime assumedAfter(OffsetDateTime now) {
        return now.plus(config.confirmation());
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
