package io.jiangwen.model;

import io.jiangwen.text.TextRange;

/**
 * A word or part of a word, as the model's vocabulary cuts it.
 *
 * @param text as the vocabulary writes it: {@code ##} marks what continues a word
 * @param range where it stands in the text, in code points
 */
record Piece(String text, TextRange range) {
    /** Whether it says anything: punctuation and the model's own marks do not. */
    boolean isWord() {
        return text.equals("[UNK]")
                || !(text.startsWith("[") && text.endsWith("]") && text.length() > 2)
                        && text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
