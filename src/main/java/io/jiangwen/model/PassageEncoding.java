package io.jiangwen.model;

import java.util.Set;

/**
 * What searches compare of a passage, all of one model; computed when it is published, never when it is searched.
 *
 * @param whole the passage as one vector
 * @param tokens its words and characters; punctuation is left out
 * @param sentences each sentence as one vector; none where the model's sentence vectors bring nothing
 * @param pieces its words and characters as the model's vocabulary writes them, each once
 */
public record PassageEncoding(Embedding whole, TokenVectors tokens, TokenVectors sentences, Set<String> pieces) {
    public PassageEncoding {
        pieces = Set.copyOf(pieces);
    }
}
