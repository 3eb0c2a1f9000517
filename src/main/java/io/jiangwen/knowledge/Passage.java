package io.jiangwen.knowledge;

import io.jiangwen.text.Language;
import io.jiangwen.text.TextRange;

/**
 * A stretch of one published article version, the unit of retrieval.
 *
 * @param article the article's id
 * @param headingPath headings above it, joined by {@code " > "}; empty at the top
 * @param text what {@code range} covers of the version's text
 * @param safety 0 (none) to 3 (life-threatening)
 */
public record Passage(
        long id,
        String article,
        int version,
        ArticleKind kind,
        String title,
        String author,
        String headingPath,
        String text,
        TextRange range,
        Language language,
        int safety) {
    public Passage {
        if (text.isBlank()) throw new IllegalArgumentException("passage " + id + " has no text");
    }
}
