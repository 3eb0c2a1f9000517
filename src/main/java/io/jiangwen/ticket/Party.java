package io.jiangwen.ticket;

/** What somebody is to a ticket; one person may be several at once. */
enum Party {
    SYSTEM,
    ASKER,
    /** Any craftsman who may see it. */
    CRAFTSMAN,
    /** A craftsman it was offered to, who has not declined. */
    OFFERED,
    OWNER,
    /** A dispatcher of the region of its enterprise. */
    DISPATCHER
}
