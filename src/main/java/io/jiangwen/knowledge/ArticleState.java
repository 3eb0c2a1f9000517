package io.jiangwen.knowledge;

/** Where a version of an article stands. */
public enum ArticleState {
    /** Being written; nobody was asked to look at it. */
    DRAFT,
    /** Waits for somebody other than its writer. */
    IN_REVIEW,
    /** What readers and searches see; at most one version of an article. */
    PUBLISHED,
    /** Replaced by a newer version. */
    SUPERSEDED,
    /** Withdrawn: nothing finds it, earlier citations still resolve and say so. */
    RETRACTED
}
