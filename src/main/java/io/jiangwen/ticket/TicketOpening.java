package io.jiangwen.ticket;

import io.jiangwen.account.CallerId;
import io.jiangwen.question.Dossier;
import io.jiangwen.text.Language;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All it takes to open a ticket.
 *
 * @param enterprise null for a visitor of an open site, whose enterprise has a name at most
 * @param turn the turn that needed a person, null when a person was asked for outside the chat; it may be written
 *     later in the same transaction
 * @param confidential seen only by the craftsmen it is offered to
 */
public record TicketOpening(
        CallerId asker,
        @Nullable UUID enterprise,
        @Nullable String enterpriseName,
        @Nullable String region,
        UUID conversation,
        @Nullable UUID turn,
        String question,
        Language language,
        boolean confidential,
        Dossier dossier) {
    public TicketOpening {
        if (question.isBlank()) throw new IllegalArgumentException("a ticket without a question");
    }
}
