package io.jiangwen.evaluation;

import io.jiangwen.knowledge.ArticleContent;

/** A document as the files name it, and as the service will publish it. */
record Document(String id, ArticleContent content) {
    Document {
        if (id.isBlank()) throw new IllegalArgumentException("a document without an id");
    }
}
