package io.jiangwen.conversation;

/** What became of a question. */
enum TurnOutcome {
    ANSWERED,
    ESCALATED,
    JOINED,
    FORWARDED,
    NEEDS_DETAIL,
    SMALL_TALK,
    OUT_OF_SCOPE,
    /** The asker stopped it before it was complete: nothing of an answer is kept, and no ticket opened. */
    STOPPED
}
