package io.jiangwen.intake;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

/**
 * A list as the API shows it.
 *
 * @param counts {@code total}, {@code waiting}, and rows by outcome in lower case
 */
record ProblemList(
        UUID id,
        String name,
        State state,
        Map<String, Long> counts,
        @JsonFormat(shape = JsonFormat.Shape.STRING) OffsetDateTime createdAt) {
    ProblemList {
        counts = Map.copyOf(counts);
    }

    enum State {
        RUNNING,
        DONE
    }

    static State stateOf(Map<String, Long> counts) {
        return counts.getOrDefault("waiting", 0L) == 0 ? State.DONE : State.RUNNING;
    }
}
