package io.jiangwen.knowledge;

import java.util.List;
import java.util.Objects;

/** An article with all that searches need, before it is stored. */
public final class PreparedArticle {
    private final String id;
    private final ArticleContent content;
    private final String hash;
    private final List<PreparedPassage> passages;

    PreparedArticle(String id, ArticleContent content, String hash, List<PreparedPassage> passages) {
        this.id = Objects.requireNonNull(id);
        this.content = Objects.requireNonNull(content);
        this.hash = Objects.requireNonNull(hash);
        this.passages = List.copyOf(passages);
    }

    public String id() {
        return id;
    }

    ArticleContent content() {
        return content;
    }

    String hash() {
        return hash;
    }

    List<PreparedPassage> passages() {
        return passages;
    }
}
