package io.jiangwen.ticket;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question waiting for, or answered by, a craftsman.
 *
 * @param number as people say it, such as {@code T-2026-000123}
 * @param reply the reply that stands; null before one was given and after it was withdrawn or rejected
 */
record Ticket(
        UUID id,
        String number,
        Asking asking,
        Standing standing,
        @Nullable Reply reply,
        @Nullable Feedback feedback,
        @Nullable OffsetDateTime closedAt) {
    Ticket {
        if (standing.state() == TicketState.SOLVED && reply == null)
            throw new IllegalArgumentException(number + " is solved without a reply");
    }

    TicketState state() {
        return standing.state();
    }

    int epoch() {
        return standing.epoch();
    }

    Ticket standing(Standing after) {
        return new Ticket(id, number, asking, after, reply, feedback, closedAt);
    }

    Ticket replied(Reply given) {
        return new Ticket(id, number, asking, standing.solved(), given, feedback, closedAt);
    }

    /** The reply no longer stands. */
    Ticket without(Standing after) {
        return new Ticket(id, number, asking, after, null, feedback, closedAt);
    }

    Ticket closed(ClosedAs how, Feedback given, OffsetDateTime at) {
        return new Ticket(id, number, asking, standing.closed(how), reply, given, at);
    }

    Ticket cancelled(OffsetDateTime at) {
        return new Ticket(id, number, asking, standing.cancelled(), reply, feedback, at);
    }
}
