package io.jiangwen.ticket;

/** Why a ticket closed; counted apart. */
enum ClosedAs {
    /** The asker said that it worked. */
    CONFIRMED,
    /** Nobody objected in time. */
    ASSUMED,
    /** The asker never answered a question back. */
    NO_REPLY
}
