package io.jiangwen.answer;

import io.jiangwen.account.AccountConfig;
import io.jiangwen.account.Caller;
import io.jiangwen.account.CurrentCaller;
import io.jiangwen.account.RateLimiter;
import io.jiangwen.account.Role;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.problem.Problem;
import io.jiangwen.question.Question;
import io.jiangwen.retrieval.Hit;
import io.jiangwen.retrieval.SearchFilter;
import io.jiangwen.retrieval.SearchResult;
import io.jiangwen.text.Normalizer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hit test: what a question would find, with the numbers that chat would use. */
@Path("/api/v1/search")
class SearchResource {
    private static final int MOST = 20;

    private final Pipeline pipeline;
    private final CurrentCaller caller;
    private final RateLimiter limiter;
    private final AccountConfig accounts;

    SearchResource(Pipeline pipeline, CurrentCaller caller, RateLimiter limiter, AccountConfig accounts) {
        this.pipeline = pipeline;
        this.caller = caller;
        this.limiter = limiter;
        this.accounts = accounts;
    }

    record Found(
            List<Item> items,
            @Nullable String next,
            String rewritten,
            double probability,
            double threshold,
            String verdict,
            Map<String, Double> signals) {}

    record Item(
            String article,
            int version,
            String passage,
            ArticleKind kind,
            String title,
            String headingPath,
            String text,
            double cosine,
            double lexical,
            double fused,
            double score) {
        static Item of(Hit hit) {
            return new Item(
                    hit.passage().article(),
                    hit.passage().version(),
                    Long.toString(hit.passage().id()),
                    hit.passage().kind(),
                    hit.passage().title(),
                    hit.passage().headingPath(),
                    hit.passage().text(),
                    hit.evidence().cosine(),
                    hit.evidence().lexical(),
                    hit.evidence().fused(),
                    hit.evidence().score());
        }
    }

    @GET
    @RolesAllowed({
        Role.Name.VISITOR,
        Role.Name.ASKER,
        Role.Name.CRAFTSMAN,
        Role.Name.CURATOR,
        Role.Name.DISPATCHER,
        Role.Name.ADMINISTRATOR,
        Role.Name.OPERATOR
    })
    public Found search(
            @QueryParam("q") @DefaultValue("") String q,
            @BeanParam FilterParameters limits,
            @QueryParam("limit") @DefaultValue("10") String limit) {
        String text = Normalizer.clean(q);
        if (text.isBlank()) throw new Problem.Invalid("empty-question", "Say what to search for, in the parameter q.");
        if (text.length() > Question.LONGEST) {
            throw new Problem.Invalid(
                    "question-too-long", "A question has at most " + Question.LONGEST + " characters.");
        }
        int most = limitOf(limit);
        Caller searcher = caller.get();
        Optional<SearchFilter> filter = limits.filter(searcher.viewer());
        // A search costs what a question costs; only those without an account could ask for any number of them.
        if (searcher.isVisitor()) {
            limiter.take("searches:" + searcher.id().value(), accounts.visitorTurnsPerMinute(), Duration.ofMinutes(1));
        }
        Examined examined = pipeline.examine(Question.of(text), searcher.viewer());
        SearchResult found = filter.map(kept -> pipeline.search(examined, kept)).orElse(examined.found());
        return new Found(
                found.hits().stream().limit(most).map(Item::of).toList(),
                null,
                examined.question().text(),
                examined.verdict().probability(),
                examined.verdict().threshold(),
                examined.verdict().label(),
                examined.verdict().signals().values());
    }

    private static int limitOf(String number) {
        try {
            int limit = Integer.parseInt(number);
            if (limit >= 1 && limit <= MOST) return limit;
        } catch (NumberFormatException e) {
            throw invalidLimit();
        }
        throw invalidLimit();
    }

    private static Problem invalidLimit() {
        return new Problem.Invalid("invalid-limit", "A search shows 1 to " + MOST + " passages.");
    }
}
