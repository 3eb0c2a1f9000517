package io.jiangwen.craftsman;

import io.jiangwen.model.Embedding;
import org.jspecify.annotations.Nullable;

/**
 * A question that a craftsman's reply solved.
 *
 * @param vector null where it is not embedded yet
 */
public record SolvedQuestion(String text, @Nullable Embedding vector) {}
