package io.jiangwen.model;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * The whole reply of a chat model, without its thoughts, and what it took.
 *
 * @param input tokens read, output tokens written; empty where the endpoint does not say
 * @param firstToken from asking to the first sign of life, waiting and retries included
 * @param whole from asking to the end
 */
public record ChatReply(String text, OptionalInt input, OptionalInt output, Duration firstToken, Duration whole) {
    public ChatReply {
        if (text.isBlank()) throw new IllegalArgumentException("an empty reply");
    }
}
