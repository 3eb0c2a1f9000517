package io.jiangwen.ticket;

import io.jiangwen.account.CallerId;
import io.jiangwen.question.Dossier;
import io.jiangwen.text.Language;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, by whom and when; only others may join.
 *
 * @param enterpriseName as shown to craftsmen; null for a visitor of an open site who named none
 * @param joined askers of the same enterprise who wait for the same reply; empty when nobody joined
 */
record Asking(
        CallerId asker,
        @Nullable UUID enterprise,
        @Nullable String enterpriseName,
        @Nullable String region,
        UUID conversation,
        @Nullable UUID turn,
        String question,
        Language language,
        @Nullable String trade,
        boolean confidential,
        Dossier dossier,
        OffsetDateTime openedAt,
        Set<CallerId> joined) {
    Asking {
        joined = Set.copyOf(joined);
    }

    boolean isAskedBy(CallerId id) {
        return asker.equals(id) || joined.contains(id);
    }

    /** Whoever opened it, and everybody who joined. */
    Set<CallerId> askers() {
        Set<CallerId> all = new HashSet<>(joined);
        all.add(asker);
        return all;
    }
}
