package io.jiangwen.ticket;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The human answer that stands.
 *
 * @param card the fields it was given in, null for free text; {@code text} then renders them
 * @param consent whether the craftsman agrees to its publication
 */
record Reply(String text, @Nullable ReplyCard card, boolean consent, OffsetDateTime at) {
    Reply {
        if (text.isBlank()) throw new IllegalArgumentException("a reply without words");
    }
}
