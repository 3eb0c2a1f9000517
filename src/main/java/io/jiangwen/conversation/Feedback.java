package io.jiangwen.conversation;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What an asker thinks of an answer.
 *
 * @param reason in his words, at most 500 characters; null when he gave none
 */
record Feedback(boolean helpful, @Nullable String reason, OffsetDateTime at) {}
