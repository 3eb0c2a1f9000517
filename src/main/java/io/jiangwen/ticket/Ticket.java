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

    /** The ticket after a row of the table; whether it applies, {@link Transitions} has judged. */
    Ticket after(Transition row, Terms terms, OffsetDateTime at) {
        boolean over = row.move().to() == TicketState.CLOSED || row.move().to() == TicketState.CANCELLED;
        return new Ticket(
                id,
                number,
                asking,
                standing.after(row, terms),
                row.has(Effect.DROP_REPLY) ? null : reply,
                row.has(Effect.DROP_FEEDBACK) ? null : feedback,
                over ? at : null);
    }

    Ticket standing(Standing after) {
        return new Ticket(id, number, asking, after, reply, feedback, closedAt);
    }

    /** With a reply, which the next move delivers. */
    Ticket with(Reply given) {
        return new Ticket(id, number, asking, standing, given, feedback, closedAt);
    }

    /** With the asker's word, which the next move acts on. */
    Ticket with(Feedback given) {
        return new Ticket(id, number, asking, standing, reply, given, closedAt);
    }
}
