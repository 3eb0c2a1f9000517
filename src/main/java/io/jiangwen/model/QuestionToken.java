package io.jiangwen.model;

/**
 * A token of a question as a vector of unit length that compares with {@link TokenVectors} of the same model.
 *
 * @param text as the model's vocabulary writes it
 */
@SuppressWarnings("ArrayRecordComponent") // a hot value that is handed on and never compared or used as a key
public record QuestionToken(String text, float[] vector) {}
