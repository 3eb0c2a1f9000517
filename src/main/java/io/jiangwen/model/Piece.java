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
        if (text.equals("[UNK]")) return true;
        boolean mark = text.length() > 2 && text.startsWith("[") && text.endsWith("]");
        return !mark && text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
