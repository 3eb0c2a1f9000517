package io.jiangwen.knowledge;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A next version of an article.
 *
 * @param basedOn the newest version its writer has seen
 * @param writtenBy the account that must not approve it; null for a shipped file
 * @param submitted true when it goes to review whatever the state was
 */
public record Revision(
        int basedOn, ArticleContent content, @Nullable UUID writtenBy, boolean submitted) {}
