package io.jiangwen.model;

/**
 * A unit-length vector and the model it belongs to; vectors of different models are never compared.
 *
 * @param model a name as in the table {@code passage}, such as {@code bge-small-zh-v1.5}
 */
@SuppressWarnings("ArrayRecordComponent") // a hot value that is handed on and never compared or used as a key
public record Embedding(String model, float[] vector) {
    public Embedding {
        if (vector.length == 0) throw new IllegalArgumentException("an empty vector");
    }
}
