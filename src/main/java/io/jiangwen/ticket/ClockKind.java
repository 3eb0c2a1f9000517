package io.jiangwen.ticket;

/** What a ticket is given time for. */
enum ClockKind {
    /** From waiting to a claim; starts anew at each level, so that a ticket nobody takes rises to the top. */
    CLAIM,
    /** From opening to the first words of a person. */
    FIRST_REPLY,
    /** From what the asker adds, or rejects, to the next words of a person. */
    NEXT_REPLY,
    /** From opening to a reply. */
    RESOLUTION,
    /** From a reply to the asker's word; when it is over the reply is assumed to have worked. */
    CONFIRMATION;

    /** Whether the level rises when its time is over. */
    boolean raises() {
        return switch (this) {
            case CLAIM, FIRST_REPLY, NEXT_REPLY, RESOLUTION -> true;
            case CONFIRMATION -> false;
        };
    }
}
