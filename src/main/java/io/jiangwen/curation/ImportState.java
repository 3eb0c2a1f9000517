package io.jiangwen.curation;

/** Where an import stands. */
enum ImportState {
    QUEUED,
    RUNNING,
    PAUSED,
    DONE,
    FAILED,
    CANCELLED
}
