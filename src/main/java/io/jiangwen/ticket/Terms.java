package io.jiangwen.ticket;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a move is made with: the conditions that hold, and the values its effects need.
 *
 * @param owner for {@link Effect#NEW_OWNER}
 * @param lease for {@link Effect#LEASE}
 * @param due for {@link Effect#DUE}
 */
record Terms(
        Set<Guard> holding,
        @Nullable UUID owner,
        @Nullable Lease lease,
        @Nullable OffsetDateTime due) {
    Terms {
        holding = Set.copyOf(holding);
    }

    static Terms given(Guard... guards) {
        return new Terms(Set.of(guards), null, null, null);
    }

    /** With the condition, if it holds. */
    Terms and(Guard guard, boolean holds) {
        if (!holds) return this;
        Set<Guard> more = EnumSet.of(guard);
        more.addAll(holding);
        return new Terms(more, owner, lease, due);
    }

    Terms owner(UUID by) {
        return new Terms(holding, by, lease, due);
    }

    Terms lease(Lease given) {
        return new Terms(holding, owner, given, due);
    }

    Terms due(OffsetDateTime at) {
        return new Terms(holding, owner, lease, at);
    }
}
