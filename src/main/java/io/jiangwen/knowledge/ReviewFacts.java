package io.jiangwen.knowledge;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What decides who may approve the newest version of an article.
 *
 * @param writtenBy the account that wrote it, null when no account did
 * @param fromReply whether a craftsman's reply is what it says, whoever edited it
 */
public record ReviewFacts(
        int newest, ArticleState state, @Nullable UUID writtenBy, boolean fromReply) {}
