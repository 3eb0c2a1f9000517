package io.jiangwen.knowledge;

import io.jiangwen.problem.Problem;

/** What was written cannot be an article; the code says which part. */
public final class InvalidArticle extends Problem.Invalid {
    private static final long serialVersionUID = 1L;

    public InvalidArticle(String code, String detail) {
        super(code, detail);
    }
}
