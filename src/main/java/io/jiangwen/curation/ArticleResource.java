package io.jiangwen.curation;

import io.jiangwen.account.CurrentCaller;
import io.jiangwen.account.Role;
import io.jiangwen.knowledge.ArticleCursor;
import io.jiangwen.knowledge.ArticlePage;
import io.jiangwen.knowledge.ArticleQuery;
import io.jiangwen.knowledge.ArticleReader;
import io.jiangwen.knowledge.ArticleState;
import io.jiangwen.knowledge.ArticleView;
import io.jiangwen.knowledge.Readership;
import io.jiangwen.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reading articles: everybody sees what he may see, the rest does not exist for him. */
@Path("/api/v1/articles")
@RolesAllowed({
    Role.Name.VISITOR,
    Role.Name.ASKER,
    Role.Name.CRAFTSMAN,
    Role.Name.CURATOR,
    Role.Name.DISPATCHER,
    Role.Name.ADMINISTRATOR,
    Role.Name.OPERATOR
})
class ArticleResource {
    private static final int USUAL_PAGE = 20;

    private final ArticleReader articles;
    private final CurrentCaller caller;

    ArticleResource(ArticleReader articles, CurrentCaller caller) {
        this.articles = articles;
        this.caller = caller;
    }

    /** The conditions of a list, as they come in a URL. */
    static class Conditions {
        @QueryParam("ticket")
        @Nullable
        String ticket;

        @QueryParam("kind")
        @Nullable
        String kind;

        @QueryParam("state")
        @Nullable
        String state;

        @QueryParam("q")
        @Nullable
        String words;

        @QueryParam("cursor")
        @Nullable
        String cursor;

        @QueryParam("limit")
        @Nullable
        String limit;

        /** @throws Problem.Invalid naming the condition that cannot be read */
        ArticleQuery query() {
            return new ArticleQuery(
                    read("ticket", ticket, UUID::fromString).orElse(null),
                    read("kind", kind, ArticleFields::kindOf).orElse(null),
                    read("state", state, word -> ArticleState.valueOf(word.toUpperCase(Locale.ROOT)))
                            .orElse(null),
                    read("q", words, word -> word.replace("\u0000", "")).orElse(null),
                    read("cursor", cursor, ArticleCursor::decode).orElse(null),
                    read("limit", limit, Integer::valueOf)
                            .map(wanted -> Math.clamp(wanted, 1, ArticleQuery.MOST))
                            .orElse(USUAL_PAGE));
        }

        private static <T> Optional<T> read(String name, @Nullable String value, Function<String, T> reading) {
            if (value == null || value.isBlank()) return Optional.empty();
            try {
                return Optional.of(reading.apply(value.strip()));
            } catch (IllegalArgumentException e) {
                throw new Problem.Invalid("invalid-parameter", "The parameter " + name + " cannot be read.");
            }
        }
    }

    @GET
    public ArticlePage list(Conditions conditions) {
        return articles.list(conditions.query(), reader());
    }

    @GET
    @Path("/{id}")
    public ArticleView find(String id) {
        return articles.find(id, reader()).orElseThrow(() -> new Problem.NotFound("article"));
    }

    /** A citation resolves for good: also after the version was superseded or retracted. */
    @GET
    @Path("/{id}/versions/{number}")
    public ArticleView version(String id, int number) {
        return articles.version(id, number, reader()).orElseThrow(() -> new Problem.NotFound("article"));
    }

    private Readership reader() {
        return Readership.of(caller.get());
    }
}
