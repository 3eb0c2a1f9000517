package io.jiangwen.evaluation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fit that was asked for, as callers see it.
 *
 * @param part what is fitted: the name of a part, or {@value CalibrationRuns#ALL}
 * @param results of the parts that are finished, in their order
 * @param message why it failed; null otherwise
 */
record CalibrationRun(
        UUID id,
        String part,
        State state,
        List<Refitted> results,
        @Nullable String message,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime finishedAt) {
    CalibrationRun {
        results = List.copyOf(results);
    }

    /** How it stands. */
    enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
