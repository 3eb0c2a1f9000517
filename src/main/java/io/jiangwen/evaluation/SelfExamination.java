package io.jiangwen.evaluation;

import io.jiangwen.account.Viewer;
import io.jiangwen.confidence.ConfidenceJudge;
import io.jiangwen.confidence.Signals;
import io.jiangwen.knowledge.Passage;
import io.jiangwen.retrieval.PassageSearch;
import io.jiangwen.retrieval.SearchFilter;
import io.jiangwen.retrieval.SearchResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** Asks the knowledge questions that were made of it. A masked one must not find what it was made of. */
@ApplicationScoped
class SelfExamination {
    /** Passages that questions are made of: more move no signal's mean by a tenth of what differs between bodies of knowledge. */
    private static final int SOURCES = 400;

    private static final long SEED = 1;

    private final SourceSample sample;
    private final PassageSearch search;
    private final Clock clock;
    private final ConfidenceJudge judge = new ConfidenceJudge();

    SelfExamination(SourceSample sample, PassageSearch search, Clock clock) {
        this.sample = sample;
        this.search = search;
        this.clock = clock;
    }

    /**
     * How fast it may go.
     *
     * @param until no question is begun after it
     */
    record Pace(ExecutorService threads, Instant until, Progress progress) {}

    /**
     * What became of a pseudo-question.
     *
     * @param right whether the first passage is of the article that the question was made of, or says nearly the same
     */
    record Examined(MadeQuestion asked, Signals signals, boolean right) {}

    /**
     * The same questions for the same knowledge; fewer of them, those drawn first, where time runs out. Blocking, for half
     * a minute.
     */
    List<Examined> examine(Pace pace) throws SQLException, InterruptedException {
        List<MadeQuestion> questions = new MadeQuestions(sample.draw(SOURCES, SEED), SEED).make();
        List<Future<Examined>> asked = questions.stream()
                .map(question -> pace.threads().submit(() -> ask(question)))
                .toList();
        List<Examined> examined = new ArrayList<>();
        try {
            for (Future<Examined> each : asked) {
                if (clock.instant().isAfter(pace.until())) break;
                examined.add(each.get());
                pace.progress().of("pseudo-questions", examined.size(), questions.size());
            }
            return examined;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a pseudo-question could not be asked", e.getCause());
        } finally {
            asked.forEach(each -> each.cancel(false));
        }
    }

    private Examined ask(MadeQuestion asked) {
        Likeness source = new Likeness(asked.source().text());
        Predicate<Passage> answers = passage ->
                passage.article().equals(asked.source().article()) || source.saysNearlyTheSameAs(passage.text());
        SearchResult found = search.searchWithout(
                asked.question(), SearchFilter.of(Viewer.PUBLIC), asked.masked() ? answers : passage -> false);
        boolean right = found.hits().stream().limit(1).anyMatch(hit -> !asked.masked() && answers.test(hit.passage()));
        return new Examined(asked, judge.signals(asked.question(), found), right);
    }
}
