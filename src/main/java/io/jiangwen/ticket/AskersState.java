package io.jiangwen.ticket;

/** What one of several askers has said of the reply that all of them wait for. */
enum AskersState {
    WAITING,
    CONFIRMED,
    /** He has a ticket of his own now. */
    REJECTED,
    /** He never said anything. */
    ASSUMED
}
