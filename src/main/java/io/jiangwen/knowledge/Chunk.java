package io.jiangwen.knowledge;

import io.jiangwen.text.TextRange;

/**
 * A stretch of an article's text, of a size to be retrieved.
 *
 * @param headingPath headings above it, joined by {@code " > "}; empty at the top
 * @param range where it lies in the text
 * @param text what {@code range} covers
 */
public record Chunk(String headingPath, TextRange range, String text) {
    public Chunk {
        if (text.isBlank()) throw new IllegalArgumentException("a chunk has no text");
        if (text.length() != range.length()) throw new IllegalArgumentException("a chunk is not what its range covers");
    }
}
