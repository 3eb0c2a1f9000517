package io.jiangwen.ticket;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a ticket: counts working time while it runs, and none while it is paused.
 *
 * @param used working time counted before {@code since}
 * @param since when it began to run, the last time; null while it is paused and once it has stopped
 * @param warnedAt when people were warned; null before
 * @param breachedAt when its time was found to be over; null before
 */
record TicketClock(
        ClockKind kind,
        Allowance allowance,
        Duration used,
        @Nullable OffsetDateTime since,
        @Nullable OffsetDateTime stoppedAt,
        @Nullable OffsetDateTime warnedAt,
        @Nullable OffsetDateTime breachedAt) {
    TicketClock {
        if (used.isNegative()) throw new IllegalArgumentException(kind + " used " + used);
        if (since != null && stoppedAt != null) throw new IllegalArgumentException(kind + " has stopped and runs");
    }

    static TicketClock started(ClockKind kind, Allowance allowance, OffsetDateTime now) {
        return new TicketClock(kind, allowance, Duration.ZERO, now, null, null, null);
    }

    boolean isRunning() {
        return since != null;
    }

    boolean isPaused() {
        return since == null && stoppedAt == null;
    }

    /** Running clocks hold still; others stay as they are. */
    TicketClock paused(WorkingCalendar calendar, OffsetDateTime now) {
        return isRunning()
                ? new TicketClock(kind, allowance, used(calendar, now), null, null, warnedAt, breachedAt)
                : this;
    }

    /** Goes on from where it was paused or stopped; the time between does not count. */
    TicketClock resumed(OffsetDateTime now) {
        return isRunning() ? this : new TicketClock(kind, allowance, used, now, null, warnedAt, breachedAt);
    }

    TicketClock stopped(WorkingCalendar calendar, OffsetDateTime now) {
        return stoppedAt != null
                ? this
                : new TicketClock(kind, allowance, used(calendar, now), null, now, warnedAt, breachedAt);
    }

    TicketClock warned(OffsetDateTime now) {
        return new TicketClock(kind, allowance, used, since, stoppedAt, now, breachedAt);
    }

    TicketClock breached(OffsetDateTime now) {
        return new TicketClock(kind, allowance, used, since, stoppedAt, warnedAt == null ? now : warnedAt, now);
    }

    /** The same time under another allowance; people are warned again where it leaves them any. */
    TicketClock allowed(Allowance other, WorkingCalendar calendar, OffsetDateTime now) {
        boolean over = used(calendar, now).compareTo(other.within()) >= 0;
        boolean known = over && breachedAt != null;
        return new TicketClock(kind, other, used, since, stoppedAt, known ? warnedAt : null, known ? breachedAt : null);
    }

    /** Working time counted so far. */
    Duration used(WorkingCalendar calendar, OffsetDateTime now) {
        return since == null ? used : used.plus(calendar.between(since, now));
    }

    /** Working time left; negative when its time is over. */
    Duration left(WorkingCalendar calendar, OffsetDateTime now) {
        return allowance.within().minus(used(calendar, now));
    }

    /** When its time is over if nothing pauses or stops it; null unless it runs. */
    @Nullable
    OffsetDateTime due(WorkingCalendar calendar) {
        return at(calendar, allowance.within());
    }

    /** When it has to be looked at next: for the warning, or its end; null when neither is to come. */
    @Nullable
    OffsetDateTime acts(WorkingCalendar calendar) {
        if (breachedAt != null || since == null) return null;
        boolean warns = warnedAt == null && !allowance.warnBefore().isZero();
        if (warns) return at(calendar, allowance.within().minus(allowance.warnBefore()));
        return kind.raises() ? due(calendar) : null;
    }

    private @Nullable OffsetDateTime at(WorkingCalendar calendar, Duration work) {
        if (since == null) return null;
        Duration left = work.minus(used);
        return left.isNegative() ? since : calendar.after(since, left);
    }
}
