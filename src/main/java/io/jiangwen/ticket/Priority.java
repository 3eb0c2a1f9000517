package io.jiangwen.ticket;

import io.jiangwen.problem.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much a ticket presses; policies give less time to what presses more. */
enum Priority {
    NORMAL,
    URGENT;

    /** @throws Problem.Invalid {@code invalid-priority} */
    static Priority parse(@Nullable String name) {
        for (Priority priority : values())
            if (name != null && priority.name().equals(name.strip().toUpperCase(Locale.ROOT))) return priority;
        throw new Problem.Invalid("invalid-priority", "A priority is NORMAL or URGENT.");
    }
}
