package io.jiangwen.model;

import java.util.Set;

/**
 * What searches compare of a passage, all of one model; computed when it is published, never when it is searched.
 *
 * @param whole the passage as one vector
 * @param words its words and characters in the model's last layer; punctuation is left out
 * @param hidden the same in a layer before it
 * @param sentences each sentence as one vector; none where the model's sentence vectors bring nothing
 * @param pieces its words and characters as the model's vocabulary writes them, each once
 */
public record PassageEncoding(
        Embedding whole, TokenVectors words, TokenVectors hidden, TokenVectors sentences, Set<String> pieces) {
    public PassageEncoding {
        if (words.count() != hidden.count()) throw new IllegalArgumentException("layers of different texts");
        pieces = Set.copyOf(pieces);
    }
}
