package io.jiangwen.ticket;

import java.util.Set;

/** What the table says of an event. */
sealed interface Ruling {
    /** It may happen, by this row. */
    record Allowed(Transition row) implements Ruling {}

    /** It does not exist in the state the ticket is in. */
    record Impossible() implements Ruling {}

    /** It exists, for others. */
    record ForOthers(Set<Party> parties) implements Ruling {
        public ForOthers {
            parties = Set.copyOf(parties);
        }
    }

    /** A condition does not hold. */
    record Unmet(Guard guard) implements Ruling {}
}
