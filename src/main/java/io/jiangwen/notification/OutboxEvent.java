package io.jiangwen.notification;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.OffsetDateTime;

/**
 * An announcement as it was stored.
 *
 * @param seq rises in the order of commits
 * @param data a JSON object
 */
record OutboxEvent(
        long seq,
        OffsetDateTime at,
        String type,
        String subject,
        @JsonRawValue String data) {
    OutboxEvent {
        if (seq < 1) throw new IllegalArgumentException("event " + seq);
    }
}
