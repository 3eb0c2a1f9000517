package io.jiangwen.conversation;

import io.jiangwen.account.Caller;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One question at the door.
 *
 * @param turn id its turn will have
 * @param text cleaned, neither blank nor too long
 * @param key the asker's idempotency key; null without one
 * @param regenerates the turn that is asked again; null for a new question
 */
record Asking(
        Caller caller,
        UUID conversation,
        UUID turn,
        String text,
        @Nullable String key,
        Instant at,
        @Nullable UUID regenerates) {
    /** A new question. */
    Asking(Caller caller, UUID conversation, UUID turn, String text, @Nullable String key, Instant at) {
        this(caller, conversation, turn, text, key, at, null);
    }
}
