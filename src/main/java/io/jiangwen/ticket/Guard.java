package io.jiangwen.ticket;

/**
 * A fact that has to hold for a row of {@link Transitions} to apply. Whoever makes the move finds the facts out; the
 * table only asks whether they hold.
 */
enum Guard {
    CURRENT_EPOCH("stale-epoch", "The ticket was claimed anew since you read it. Load it again."),
    REASON("missing-reason", "Say why."),
    WORDS("missing-text", "Write what you want to say."),
    NAMED_CRAFTSMAN("no-such-craftsman", "Name another craftsman who is at work: \"craftsman\": id."),
    /** The owner to be holds fewer tickets than he may. */
    ROOM("too-many-tickets", "That craftsman holds as many tickets as one person may; one has to be finished first."),
    UNTIL("invalid-until", "Say until when, or for a part or a visit, and not too far ahead."),
    /** The time after which a reply cannot be withdrawn is not over. */
    UNDO_TIME("undo-too-late", "It is too late to withdraw the reply; it was delivered."),
    FOLLOW_UP_TIME("follow-up-too-late", "The ticket was closed too long ago."),
    /** The time is over that the ticket was given for this state. */
    DUE("not-due", "It is not time yet."),
    /** The asker has been reminded as often as he should be. */
    REMINDED("not-reminded", "The asker has to be reminded first."),
    REMINDERS_LEFT("reminded-enough", "The asker was reminded often enough."),
    /** Nobody else waits for the same reply. */
    ALONE("others-wait", "Others at your enterprise wait for the same reply."),
    OWNER_HERE("owner-away", "The owner is away."),
    OWNER_AWAY("owner-here", "The owner is here."),
    FIRST_REJECTION("rejected-before", "A reply was rejected before."),
    REJECTED_BEFORE("never-rejected", "No reply was rejected before.");

    private final String code;
    private final String detail;

    Guard(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    /** The stable code of a refusal. */
    String code() {
        return code;
    }

    String detail() {
        return detail;
    }

    /** Whether the request itself lacks something, rather than the present state. */
    boolean isAboutTheRequest() {
        return switch (this) {
            case REASON, WORDS, NAMED_CRAFTSMAN, UNTIL -> true;
            case CURRENT_EPOCH,
                    ROOM,
                    UNDO_TIME,
                    FOLLOW_UP_TIME,
                    DUE,
                    REMINDED,
                    REMINDERS_LEFT,
                    ALONE,
                    OWNER_HERE,
                    OWNER_AWAY,
                    FIRST_REJECTION,
                    REJECTED_BEFORE -> false;
        };
    }
}
