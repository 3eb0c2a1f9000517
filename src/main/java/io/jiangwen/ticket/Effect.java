package io.jiangwen.ticket;

/** What a move changes beside the state. What no effect keeps is gone: a lease or a due time belongs to one state. */
enum Effect {
    /** The named person owns it under a new epoch; whatever the former owner still sends is stale. */
    NEW_OWNER,
    /** Nobody owns it any more, under a new epoch. */
    NO_OWNER,
    /** The owner has it for a lease. */
    LEASE,
    /** The system acts at a due time, unless somebody does before. */
    DUE,
    COUNT_REMINDER,
    RAISE_LEVEL,
    /** Lease, due time and reminders stay: nothing moved. */
    KEEP,
    /** The reply no longer stands. */
    DROP_REPLY,
    /** What the asker said of the reply no longer stands. */
    DROP_FEEDBACK
}
