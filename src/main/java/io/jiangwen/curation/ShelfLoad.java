package io.jiangwen.curation;

import io.jiangwen.knowledge.ArticleDesk;
import io.jiangwen.knowledge.Manuscript;
import io.jiangwen.knowledge.Manuscripts;
import io.jiangwen.knowledge.Publisher;
import io.jiangwen.problem.Problem;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One load of shipped files: publishes what is new or changed, file by file. */
final class ShelfLoad {
    private final Manuscripts manuscripts;
    private final Publisher publisher;
    private final ArticleDesk desk;

    private final Map<String, String> fileOfId = new HashMap<>();
    private final Set<String> present = new HashSet<>();
    private final List<String> created = new ArrayList<>();
    private final List<String> updated = new ArrayList<>();
    private final List<String> inReview = new ArrayList<>();
    private final List<FileProblem> problems = new ArrayList<>();
    private int unchanged;

    ShelfLoad(Manuscripts manuscripts, Publisher publisher, ArticleDesk desk) {
        this.manuscripts = manuscripts;
        this.publisher = publisher;
        this.desk = desk;
    }

    /** A wrong file is noted and does not stop the others. */
    void take(ShippedFile file) {
        switch (file) {
            case ShippedFile.Wrong wrong -> {
                problems.addAll(wrong.problems());
                wrong.id().ifPresent(present::add);
            }
            case ShippedFile.Article article -> take(article);
        }
    }

    LoadReport report(OffsetDateTime finishedAt) {
        List<String> gone = manuscripts.shippedIds().stream()
                .filter(id -> !present.contains(id))
                .toList();
        return new LoadReport(LoadReport.State.DONE, finishedAt, created, updated, inReview, unchanged, gone, problems);
    }

    private void take(ShippedFile.Article article) {
        present.add(article.id());
        String earlier = fileOfId.putIfAbsent(article.id(), article.file());
        if (earlier != null) {
            problem(article, "duplicate-id", "the id " + article.id() + " is taken by " + earlier);
            return;
        }
        try {
            Optional<Manuscript> known = manuscripts.find(article.id());
            if (known.isEmpty()) {
                publish(article, created);
            } else if (article.hash().equals(known.get().shippedHash())) {
                unchanged++;
            } else if (known.get().editedAtDesk() || known.get().shippedHash() == null) {
                desk.reviewShipped(article.id(), article.content(), article.hash());
                inReview.add(article.id());
            } else {
                publish(article, updated);
            }
        } catch (Problem e) {
            problem(article, e.code(), String.valueOf(e.getMessage()));
        }
    }

    private void publish(ShippedFile.Article article, List<String> done) {
        publisher.publishShipped(article.id(), article.content(), article.hash());
        done.add(article.id());
    }

    private void problem(ShippedFile.Article article, String code, String reason) {
        problems.add(new FileProblem(article.file(), article.idLine(), code, reason));
    }
}
