package io.jiangwen.curation;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports as the API shows them. */
final class ImportViews {
    private ImportViews() {}

    /** @param counts files in all, and rows by outcome in lower case */
    record Job(
            UUID id,
            ImportState state,
            boolean dryRun,
            Map<String, Long> counts,
            @JsonFormat(shape = JsonFormat.Shape.STRING) OffsetDateTime createdAt,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            OffsetDateTime finishedAt) {
        /** @param outcomes pairs of outcome and number */
        static Job of(ImportJobEntity job, List<Object[]> outcomes) {
            Map<String, Long> counts = new TreeMap<>(Map.of(
                    "total",
                    (long) job.files,
                    "created",
                    0L,
                    "updated",
                    0L,
                    "unchanged",
                    0L,
                    "skipped",
                    0L,
                    "failed",
                    0L));
            outcomes.forEach(pair -> counts.put(((String) pair[0]).toLowerCase(Locale.ROOT), (Long) pair[1]));
            Instant finished = job.finishedAt;
            return new Job(
                    job.id,
                    job.state,
                    job.dryRun,
                    counts,
                    job.createdAt.atOffset(ZoneOffset.UTC),
                    finished == null ? null : finished.atOffset(ZoneOffset.UTC));
        }
    }

    record Row(
            String file,
            @Nullable String entry,
            @Nullable Integer row,
            @Nullable Integer page,
            String outcome,
            @Nullable String code,
            @Nullable String reason,
            @Nullable String article) {
        static Row of(ImportRowEntity row) {
            return new Row(row.file, row.entry, row.line, row.page, row.outcome, row.code, row.reason, row.articleId);
        }
    }

    /** @param next the cursor of the stretch after it, null at the end */
    record Page<T>(List<T> items, @Nullable String next) {
        Page {
            items = List.copyOf(items);
        }
    }
}
