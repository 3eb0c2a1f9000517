package io.jiangwen.knowledge;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An article that does not exist yet.
 *
 * @param state DRAFT or IN_REVIEW
 * @param writtenBy the account that must not approve it; null when its words come from a craftsman's reply
 * @param reply the reply it was made from, null for all others
 */
public record NewArticle(
        String id,
        ArticleContent content,
        ArticleState state,
        @Nullable UUID writtenBy,
        @Nullable Reply reply) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,119}");
    private static final RandomGenerator RANDOM = new SecureRandom();

    public NewArticle {
        if (!isId(id)) throw new InvalidArticle("invalid-id", "An id has letters, digits, dots, dashes: " + id);
        if (state != ArticleState.DRAFT && state != ArticleState.IN_REVIEW)
            throw new IllegalArgumentException("an article does not begin as " + state);
    }

    /** Whether {@code id} can name an article: at most 120 letters, digits, dots and dashes of ASCII. */
    public static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /** An id that nobody chose: {@code a-} and 16 hexadecimal digits. */
    public static String freshId() {
        return "a-" + HexFormat.of().toHexDigits(RANDOM.nextLong());
    }

    /** A ticket and the account of the craftsman who answered it. */
    public record Reply(UUID ticket, UUID craftsman) {}
}
