package io.jiangwen.knowledge;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which articles to list, newest first; null leaves a condition out.
 *
 * @param words must occur in the id, the title or the text
 * @param after where the page before ended
 * @param limit from 1 to {@value #MOST}
 */
public record ArticleQuery(
        @Nullable UUID ticket,
        @Nullable ArticleKind kind,
        @Nullable ArticleState state,
        @Nullable String words,
        @Nullable ArticleCursor after,
        int limit) {
    public static final int MOST = 100;

    public ArticleQuery {
        if (limit < 1 || limit > MOST) throw new IllegalArgumentException("a page of " + limit);
    }
}
