package io.jiangwen.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list of articles.
 *
 * @param next the cursor of the stretch after it, null at the end
 */
public record ArticlePage(List<ArticleView> items, @Nullable String next) {
    public ArticlePage {
        items = List.copyOf(items);
    }
}
