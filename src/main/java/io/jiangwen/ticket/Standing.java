package io.jiangwen.ticket;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket stands and with whom. Every method gives the standing after an event, without asking whether the
 * event is allowed: {@link Transitions} knows that.
 *
 * @param level how far it has been raised, 0 to 4
 * @param epoch counts owners; a write that carries another one is stale
 * @param leaseUntil until when the owner has it, null while nobody works on it
 */
record Standing(
        TicketState state,
        @Nullable ClosedAs closedAs,
        int level,
        int epoch,
        @Nullable UUID owner,
        @Nullable OffsetDateTime leaseUntil) {
    private static final int HIGHEST_LEVEL = 4;

    static final Standing NEW = new Standing(TicketState.NEW, null, 0, 0, null, null);

    Standing {
        if ((state == TicketState.CLOSED) != (closedAs != null))
            throw new IllegalArgumentException(state + " closed as " + closedAs);
        if (level < 0 || level > HIGHEST_LEVEL || epoch < 0)
            throw new IllegalArgumentException("level " + level + ", epoch " + epoch);
        boolean owned = state.mutesAssistant() || state == TicketState.SOLVED;
        boolean waiting = state == TicketState.NEW || state == TicketState.OPEN;
        if ((owned && owner == null) || (waiting && owner != null))
            throw new IllegalArgumentException(state + " with owner " + owner);
    }

    boolean isOwnedBy(UUID account) {
        return account.equals(owner);
    }

    Standing offered() {
        return new Standing(TicketState.OPEN, null, level, epoch, null, null);
    }

    Standing claimed(UUID by, OffsetDateTime until) {
        return new Standing(TicketState.ASSIGNED, null, level, epoch + 1, by, until);
    }

    /** Back to everybody: whatever the former owner sends from now on is stale. */
    Standing givenUp() {
        return new Standing(TicketState.OPEN, null, level, epoch + 1, null, null);
    }

    Standing solved() {
        return new Standing(TicketState.SOLVED, null, level, epoch, owner, null);
    }

    /** Back to the same owner. */
    Standing resumed(OffsetDateTime until) {
        return new Standing(TicketState.ASSIGNED, null, level, epoch, owner, until);
    }

    Standing renewed(OffsetDateTime until) {
        return new Standing(state, closedAs, level, epoch, owner, until);
    }

    Standing raised() {
        return new Standing(state, closedAs, Math.min(HIGHEST_LEVEL, level + 1), epoch, owner, leaseUntil);
    }

    Standing closed(ClosedAs how) {
        return new Standing(TicketState.CLOSED, how, level, epoch, owner, null);
    }

    Standing cancelled() {
        return new Standing(TicketState.CANCELLED, null, level, epoch, owner, null);
    }
}
