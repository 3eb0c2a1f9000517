package io.jiangwen.retrieval;

import io.jiangwen.problem.Problem;

/** The search itself failed; nothing is said about whether there is an answer. */
public class RetrievalFailed extends Problem {
    private static final long serialVersionUID = 1L;

    RetrievalFailed(Throwable cause) {
        super(503, "search-unavailable", "The search is not available at the moment; try again in a minute.");
        initCause(cause);
    }
}
