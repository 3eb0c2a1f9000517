package io.jiangwen.ticket;

import io.jiangwen.problem.Problem;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What happens to a ticket, by whom, when and why. */
record Step(
        TicketEvent event,
        Actor actor,
        OffsetDateTime at,
        @Nullable String reason) {
    private static final int LONGEST_REASON = 2_000;

    Step {
        if (reason != null && reason.length() > LONGEST_REASON)
            throw new Problem.Invalid("reason-too-long", "A reason has at most 2,000 characters.");
    }
}
