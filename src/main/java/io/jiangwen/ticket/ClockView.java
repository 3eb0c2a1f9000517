package io.jiangwen.ticket;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A clock as its owner and the dispatchers see it.
 *
 * @param due when its time is over if nothing pauses it; null unless it runs
 * @param remainingSeconds working time left; negative when its time is over
 * @param warned people were told that it runs out
 * @param breached its time was over
 */
record ClockView(
        ClockKind clock,
        State state,
        @Nullable OffsetDateTime due,
        long remainingSeconds,
        boolean warned,
        boolean breached) {
    enum State {
        RUNNING,
        PAUSED,
        STOPPED
    }

    static ClockView of(TicketClock clock, WorkingCalendar calendar, OffsetDateTime now) {
        return new ClockView(
                clock.kind(),
                clock.isRunning() ? State.RUNNING : clock.isPaused() ? State.PAUSED : State.STOPPED,
                clock.due(calendar),
                clock.left(calendar, now).toSeconds(),
                clock.warnedAt() != null,
                clock.breachedAt() != null);
    }
}
