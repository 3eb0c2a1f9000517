package io.jiangwen.notification;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.OffsetDateTime;

/**
 * An announcement as it was stored.
 *
 * @param seq rises in the order of commits; {@link #NONE} for a trial
 * @param data a JSON object
 */
record OutboxEvent(
        long seq,
        OffsetDateTime at,
        String type,
        String subject,
        @JsonRawValue String data) {
    /** The number of what was never in the outbox. */
    static final long NONE = 0;

    OutboxEvent {
        if (seq < NONE) throw new IllegalArgumentException("event " + seq);
    }
}
