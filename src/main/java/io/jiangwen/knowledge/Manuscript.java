package io.jiangwen.knowledge;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest version of an article, as those who write and review see it.
 *
 * @param writtenBy the account that wrote it, null when no account did
 * @param fromReply whether a craftsman's reply is what it says, whoever edited it
 * @param shippedHash of the shipped file it was last loaded from, null when it was not shipped
 * @param editedAtDesk whether somebody changed or retracted it here
 */
public record Manuscript(
        String id,
        int version,
        ArticleState state,
        ArticleContent content,
        @Nullable UUID writtenBy,
        boolean fromReply,
        @Nullable String shippedHash,
        boolean editedAtDesk) {
    static Manuscript of(ArticleEntity article, ArticleVersionEntity newest) {
        return new Manuscript(
                article.id,
                newest.number,
                newest.state,
                newest.content(),
                newest.writtenBy,
                article.authorAccount != null,
                article.shippedHash,
                article.editedAtDesk);
    }
}
