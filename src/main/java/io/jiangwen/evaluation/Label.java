package io.jiangwen.evaluation;

import java.util.Set;

/**
 * What people say about a query; only metrics read it.
 *
 * @param relevant ids of the documents that answer it; empty exactly when it is not answerable
 */
record Label(boolean answerable, Set<String> relevant) {
    /** No document answers it. */
    static final Label UNANSWERABLE = new Label(false, Set.of());

    Label {
        relevant = Set.copyOf(relevant);
        if (answerable == relevant.isEmpty()) throw new IllegalArgumentException("answerable by " + relevant);
    }

    static Label answeredBy(Set<String> documents) {
        return new Label(true, documents);
    }
}
