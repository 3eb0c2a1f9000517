package io.jiangwen.evaluation;

import io.jiangwen.knowledge.LexemeStatistics;
import io.jiangwen.knowledge.PreparedArticle;
import io.jiangwen.knowledge.Publisher;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Publishes documents as the service does. Embedding uses every thread of the pool; publishing follows in the order of
 * the documents, so that ids of passages are the same in every run.
 */
@ApplicationScoped
class Loading {
    /** Articles of one transaction. */
    private static final int BATCH = 50;
    /** Batches that are embedded ahead of the one being published. */
    private static final int AHEAD = 2;

    private final Publisher publisher;
    private final LexemeStatistics statistics;

    Loading(Publisher publisher, LexemeStatistics statistics) {
        this.publisher = publisher;
        this.statistics = statistics;
    }

    /** @param failure why it was not prepared; empty when it was */
    private record Prepared(Optional<PreparedArticle> article, String failure) {}

    /** @return what could not be published */
    List<InputProblem> load(List<Document> documents, Library library, ExecutorService threads, Progress progress)
            throws InterruptedException {
        List<InputProblem> problems = new ArrayList<>();
        Deque<List<Future<Prepared>>> ahead = new ArrayDeque<>();
        int submitted = 0;
        for (int done = 0; done < documents.size(); ) {
            while (submitted < documents.size() && ahead.size() <= AHEAD) {
                List<Document> batch = documents.subList(submitted, Math.min(documents.size(), submitted + BATCH));
                ahead.add(batch.stream()
                        .map(document -> threads.submit(() -> prepare(document, library)))
                        .toList());
                submitted += batch.size();
            }
            List<Future<Prepared>> batch = ahead.remove();
            publish(batch, problems);
            done += batch.size();
            progress.of("documents", done, documents.size());
        }
        statistics.refreshNow();
        return problems;
    }

    private Prepared prepare(Document document, Library library) {
        try {
            return new Prepared(
                    Optional.of(publisher.prepare(library.article(document.id()), document.content(), "evaluation")),
                    "");
        } catch (Problem e) {
            return new Prepared(Optional.empty(), "document " + document.id() + ": " + e.getMessage());
        }
    }

    private void publish(List<Future<Prepared>> batch, List<InputProblem> problems) throws InterruptedException {
        List<PreparedArticle> articles = new ArrayList<>();
        for (Future<Prepared> each : batch) {
            try {
                Prepared prepared = each.get();
                prepared.article()
                        .ifPresentOrElse(
                                articles::add,
                                () -> problems.add(new InputProblem("documents", 0, prepared.failure())));
            } catch (ExecutionException e) {
                throw new IllegalStateException("a document could not be prepared", e.getCause());
            }
        }
        publisher.publishShipped(articles);
    }
}
