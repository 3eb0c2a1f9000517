package io.jiangwen.model;

import io.jiangwen.text.TextRange;

/**
 * A token of a question as a vector that compares with {@link TokenVectors} of the same model.
 *
 * @param range where it stands in the question
 * @param vector of unit length
 */
@SuppressWarnings("ArrayRecordComponent") // a hot value that is handed on and never compared or used as a key
public record QuestionToken(TextRange range, float[] vector) {}
