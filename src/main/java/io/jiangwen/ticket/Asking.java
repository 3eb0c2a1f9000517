package io.jiangwen.ticket;

import io.jiangwen.account.CallerId;
import io.jiangwen.question.Dossier;
import io.jiangwen.text.Language;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, by whom and when; it never changes.
 *
 * @param enterpriseName as shown to craftsmen; null for a visitor of an open site who named none
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
        OffsetDateTime openedAt) {}
