package io.jiangwen.knowledge;

import io.jiangwen.problem.Problem;
import java.util.Map;

/** What the caller asks for does not fit the state of the article. */
public final class NotInReview extends Problem.Conflict {
    private static final long serialVersionUID = 1L;

    public NotInReview(ArticleState state) {
        super("not-in-review", "The article is " + state + ": submit a draft first.", Map.of("state", state.name()));
    }
}
