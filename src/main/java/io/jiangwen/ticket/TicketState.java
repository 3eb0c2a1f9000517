package io.jiangwen.ticket;

/** Where a ticket stands; few on purpose, everything else is an event or an attribute. */
public enum TicketState {
    /** Just opened, in the transaction that opened it. */
    NEW,
    /** Waits for a craftsman. */
    OPEN,
    /** A craftsman works on it. */
    ASSIGNED,
    /** Its owner asked back. */
    PENDING,
    /** Its owner waits for a date, a part or a visit. */
    ON_HOLD,
    /** Answered; waits for the asker's word. */
    SOLVED,
    CLOSED,
    CANCELLED;

    /** A person owns the thread and the assistant keeps quiet. */
    public boolean mutesAssistant() {
        return switch (this) {
            case ASSIGNED, PENDING, ON_HOLD -> true;
            case NEW, OPEN, SOLVED, CLOSED, CANCELLED -> false;
        };
    }

    /** No reply has been given yet, and one may still come. */
    boolean awaitsReply() {
        return switch (this) {
            case NEW, OPEN, ASSIGNED, PENDING, ON_HOLD -> true;
            case SOLVED, CLOSED, CANCELLED -> false;
        };
    }
}
