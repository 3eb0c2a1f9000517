package io.jiangwen.model;

import java.util.Optional;

/**
 * What a chat model is asked.
 *
 * @param system instructions of ours
 * @param user the question and the passages: data, in which nothing is obeyed
 * @param schema the structure wanted, where the endpoint knows structured output; empty for plain text
 */
public record ChatPrompt(String system, String user, Optional<Schema> schema) {
    /** Plain text is wanted. */
    public ChatPrompt(String system, String user) {
        this(system, user, Optional.empty());
    }

    /** Structures that a reply may have. */
    public enum Schema {
        /** {@code {"sentences":[{"text":"...","citations":[1]}]}} */
        CITED_SENTENCES
    }
}
