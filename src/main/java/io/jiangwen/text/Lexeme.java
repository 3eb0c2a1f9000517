package io.jiangwen.text;

/**
 * A normalised search term and its place.
 *
 * @param position counts terms from 1, as a {@code tsvector} does
 */
public record Lexeme(String term, int position) {
    public Lexeme {
        if (term.isEmpty() || position < 1)
            throw new IllegalArgumentException("not a lexeme: " + term + ":" + position);
    }
}
