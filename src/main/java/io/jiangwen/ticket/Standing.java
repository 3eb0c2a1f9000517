package io.jiangwen.ticket;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket stands and with whom.
 *
 * @param level how far it has been raised, 0 to 4
 * @param epoch counts owners; a write that carries another one is stale
 * @param lease how long the owner has it, null while nobody works on it
 * @param due when the system acts unless somebody does before: PENDING reminds or closes, ON_HOLD resumes, SOLVED is
 *     assumed to have worked; null in other states
 * @param reminders sent since the owner asked back
 */
record Standing(
        TicketState state,
        @Nullable ClosedAs closedAs,
        int level,
        int epoch,
        @Nullable UUID owner,
        @Nullable Lease lease,
        @Nullable OffsetDateTime due,
        int reminders) {
    static final int HIGHEST_LEVEL = 4;

    static final Standing NEW = new Standing(TicketState.NEW, null, 0, 0, null, null, null, 0);

    Standing {
        if ((state == TicketState.CLOSED) != (closedAs != null))
            throw new IllegalArgumentException(state + " closed as " + closedAs);
        if (level < 0 || level > HIGHEST_LEVEL || epoch < 0 || reminders < 0)
            throw new IllegalArgumentException("level " + level + ", epoch " + epoch + ", reminders " + reminders);
        boolean owned = state.mutesAssistant() || state == TicketState.SOLVED;
        boolean waiting = state == TicketState.NEW || state == TicketState.OPEN;
        if ((owned && owner == null) || (waiting && owner != null))
            throw new IllegalArgumentException(state + " with owner " + owner);
    }

    boolean isOwnedBy(UUID account) {
        return account.equals(owner);
    }

    @Nullable
    OffsetDateTime leaseUntil() {
        return lease == null ? null : lease.until();
    }

    /** The standing after a row of the table; whether it applies, {@link Transitions} has judged. */
    Standing after(Transition row, Terms terms) {
        boolean handed = row.has(Effect.NEW_OWNER);
        boolean freed = row.has(Effect.NO_OWNER);
        return new Standing(
                row.move().to(),
                row.closedAs(),
                row.has(Effect.RAISE_LEVEL) ? Math.min(HIGHEST_LEVEL, level + 1) : level,
                handed || freed ? epoch + 1 : epoch,
                handed ? terms.owner() : freed ? null : owner,
                row.has(Effect.LEASE) ? terms.lease() : row.has(Effect.KEEP) ? lease : null,
                row.has(Effect.DUE) ? terms.due() : row.has(Effect.KEEP) ? due : null,
                row.has(Effect.COUNT_REMINDER) ? reminders + 1 : row.has(Effect.KEEP) ? reminders : 0);
    }

    /** The same with a longer lease. */
    Standing renewed(Lease longer) {
        return new Standing(state, closedAs, level, epoch, owner, longer, due, reminders);
    }
}
