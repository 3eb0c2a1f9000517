package io.jiangwen.ticket;

import io.jiangwen.text.Language;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An asker confirmed that a reply worked. Fired as a CDI event inside the confirming transaction: what observers
 * write is committed with it, and a failing observer undoes the confirmation.
 *
 * @param rewritten the standalone question that was searched for
 * @param people names and contacts that must not be published
 * @param craftsman the account whose reply it is
 * @param replyText the reply as text, also when it was given as a card
 * @param consent the asker's and the craftsman's, both
 */
public record FixConfirmed(
        UUID ticket,
        String question,
        String rewritten,
        Language language,
        @Nullable String trade,
        @Nullable UUID enterprise,
        @Nullable String enterpriseName,
        List<String> people,
        UUID craftsman,
        String craftsmanName,
        String replyText,
        @Nullable ReplyCard card,
        boolean consent,
        boolean confidential) {
    public FixConfirmed {
        people = List.copyOf(people);
        if (replyText.isBlank()) throw new IllegalArgumentException("ticket " + ticket + " was solved without words");
    }
}
