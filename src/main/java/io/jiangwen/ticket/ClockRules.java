package io.jiangwen.ticket;

import static io.jiangwen.ticket.ClockKind.CLAIM;
import static io.jiangwen.ticket.ClockKind.CONFIRMATION;
import static io.jiangwen.ticket.ClockKind.FIRST_REPLY;
import static io.jiangwen.ticket.ClockKind.NEXT_REPLY;
import static io.jiangwen.ticket.ClockKind.RESOLUTION;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What the events of a ticket do to its clocks. Waiting for the asker (PENDING), on hold and for a confirmation counts
 * for nobody: clocks hold still, and go on where they were.
 */
final class ClockRules {
    private ClockRules() {}

    enum Act {
        /** From zero, with the policy of this moment. */
        START,
        /** From zero, unless it runs. */
        BEGIN,
        PAUSE,
        /** Goes on if it is paused. */
        RESUME,
        /** Goes on even if it had stopped. */
        REVIVE,
        STOP
    }

    /** @param to where the event led; clocks that are not named stay as they are */
    static Map<ClockKind, Act> after(TicketEvent event, TicketState to) {
        return switch (event) {
            case OFFER -> Map.of(CLAIM, Act.START, FIRST_REPLY, Act.START, RESOLUTION, Act.START);
            case CLAIM, ASSIGN, TAKE_OVER, TRANSFER -> with(all(Act.RESUME), CLAIM, Act.STOP);
            case RELEASE, EXPIRE -> Map.of(CLAIM, Act.START);
            case ASK_BACK -> with(with(all(Act.PAUSE), FIRST_REPLY, Act.STOP), NEXT_REPLY, Act.STOP);
            case ANSWER -> with(all(Act.RESUME), NEXT_REPLY, Act.START);
            case HOLD -> all(Act.PAUSE);
            case RESUME -> all(Act.RESUME);
            case REPLY -> with(all(Act.STOP), CONFIRMATION, Act.START);
            case UNDO -> Map.of(CONFIRMATION, Act.STOP, RESOLUTION, Act.REVIVE);
            case REJECT ->
                claimedAgain(Map.of(CONFIRMATION, Act.STOP, NEXT_REPLY, Act.START, RESOLUTION, Act.REVIVE), to);
            case FOLLOW_UP -> claimedAgain(Map.of(NEXT_REPLY, Act.START, RESOLUTION, Act.START), to);
            case CONFIRM, ASSUME, NO_ANSWER, CANCEL -> all(Act.STOP);
            case OPEN, DECLINE, REMIND, WARN, BREACH, PRIORITISE, JOIN, AGREE, SPLIT -> Map.of();
        };
    }

    /** What the asker adds while a person has the ticket: an answer is due, from the first word left unanswered. */
    static Map<ClockKind, Act> asked() {
        return Map.of(NEXT_REPLY, Act.BEGIN);
    }

    /** Clocks that a withdrawn reply had stopped, and which therefore go on. */
    static Set<ClockKind> stoppedByReply() {
        return Set.of(FIRST_REPLY, NEXT_REPLY);
    }

    private static Map<ClockKind, Act> claimedAgain(Map<ClockKind, Act> acts, TicketState to) {
        return to == TicketState.OPEN ? with(acts, CLAIM, Act.START) : acts;
    }

    private static Map<ClockKind, Act> all(Act act) {
        Map<ClockKind, Act> acts = new EnumMap<>(ClockKind.class);
        for (ClockKind kind : ClockKind.values()) acts.put(kind, act);
        return acts;
    }

    private static Map<ClockKind, Act> with(Map<ClockKind, Act> acts, ClockKind kind, Act act) {
        Map<ClockKind, Act> more = new EnumMap<>(acts);
        more.put(kind, act);
        return more;
    }
}
