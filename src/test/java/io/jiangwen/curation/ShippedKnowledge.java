package io.jiangwen.curation;

import io.jiangwen.knowledge.ArticleContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The knowledge base of this repository, read by the service's own reader.
 *
 * @param articles in the order of their files
 */
record ShippedKnowledge(List<ShippedFile.Article> articles) {
    static final Path FOLDER = Path.of("knowledge-base");

    ShippedKnowledge {
        if (articles.isEmpty()) throw new AssertionError("no article in " + FOLDER.toAbsolutePath());
        articles = List.copyOf(articles);
    }

    /** Fails on a file that the service would leave out. */
    static ShippedKnowledge read() throws IOException {
        return new ShippedKnowledge(KnowledgeFiles.read(Optional.of(FOLDER)).stream()
                .map(ShippedFile::read)
                .map(file -> switch (file) {
                    case ShippedFile.Article article -> article;
                    case ShippedFile.Wrong wrong -> throw new AssertionError(wrong.problems());
                })
                .toList());
    }

    /** By id; fails on an id that two articles have. */
    Map<String, ArticleContent> byId() {
        return articles.stream()
                .collect(Collectors.toUnmodifiableMap(ShippedFile.Article::id, ShippedFile.Article::content));
    }

    /** The ids of the articles that do not keep {@code promise}. */
    List<String> breaking(Predicate<ArticleContent> promise) {
        return articles.stream()
                .filter(article -> !promise.test(article.content()))
                .map(ShippedFile.Article::id)
                .toList();
    }

    /** How many articles there are of each value of {@code property}. */
    <T> Map<T, Long> counts(Function<ArticleContent, T> property) {
        return articles.stream()
                .map(ShippedFile.Article::content)
                .collect(Collectors.groupingBy(property, Collectors.counting()));
    }
}
