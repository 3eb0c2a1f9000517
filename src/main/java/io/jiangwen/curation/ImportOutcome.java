package io.jiangwen.curation;

import org.jspecify.annotations.Nullable;

/** What became of one file. */
sealed interface ImportOutcome {
    /** @param article null in a dry run, which gives no ids */
    record Created(@Nullable String article) implements ImportOutcome {}

    /** A next version of an article that was there waits for review. */
    record Updated(String article) implements ImportOutcome {}

    /** The article says this already, or said so before it was edited here. */
    record Unchanged(String article) implements ImportOutcome {}

    /** Another article has the same text. */
    record Skipped(String twin) implements ImportOutcome {}

    record Failed(@Nullable Integer line, String code, String reason) implements ImportOutcome {}
}
