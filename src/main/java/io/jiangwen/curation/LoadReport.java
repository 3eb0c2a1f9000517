package io.jiangwen.curation;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the last load of the shipped articles did.
 *
 * @param created ids of articles that were not there
 * @param updated ids of articles whose file changed
 * @param inReview ids of articles whose file changed and that were edited here: a curator decides
 * @param unchanged how many files said nothing new
 * @param gone ids of shipped articles without a file; they stay published
 */
record LoadReport(
        State state,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        OffsetDateTime finishedAt,

        List<String> created,
        List<String> updated,
        List<String> inReview,
        int unchanged,
        List<String> gone,
        List<FileProblem> problems) {
    /** Whether the load came to its end. */
    enum State {
        NOT_RUN,
        RUNNING,
        DONE,
        FAILED
    }

    LoadReport {
        created = List.copyOf(created);
        updated = List.copyOf(updated);
        inReview = List.copyOf(inReview);
        gone = List.copyOf(gone);
        problems = List.copyOf(problems);
    }

    static LoadReport empty(State state) {
        return new LoadReport(state, null, List.of(), List.of(), List.of(), 0, List.of(), List.of());
    }
}
