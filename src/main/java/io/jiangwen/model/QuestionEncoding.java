package io.jiangwen.model;

import java.util.List;

/**
 * What searches compare of a question, all of one model.
 *
 * @param whole the question as one vector
 * @param tokens its words and characters; punctuation is left out
 */
public record QuestionEncoding(Embedding whole, List<QuestionToken> tokens) {
    public QuestionEncoding {
        tokens = List.copyOf(tokens);
    }
}
