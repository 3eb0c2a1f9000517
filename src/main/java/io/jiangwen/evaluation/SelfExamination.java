package io.jiangwen.evaluation;

import io.jiangwen.account.Viewer;
import io.jiangwen.confidence.ConfidenceJudge;
import io.jiangwen.confidence.Signals;
import io.jiangwen.knowledge.Passage;
import io.jiangwen.retrieval.PassageSearch;
import io.jiangwen.retrieval.SearchFilter;
import io.jiangwen.retrieval.SearchResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;

/** Asks the knowledge questions that were made of it. A masked one must not find what it was made of. */
@ApplicationScoped
class SelfExamination {
    private final PassageSearch search;
    private final ConfidenceJudge judge = new ConfidenceJudge();

    SelfExamination(PassageSearch search) {
        this.search = search;
    }

    /**
     * What became of a pseudo-question.
     *
     * @param right whether the first passage is of the article that the question was made of, or says nearly the same
     */
    record Examined(PseudoQuestion asked, Signals signals, boolean right) {}

    /** Blocking; may be called on several threads. */
    Examined ask(PseudoQuestion asked) {
        Likeness source = new Likeness(asked.source().text());
        Predicate<Passage> answers = passage ->
                passage.article().equals(asked.source().article()) || source.saysNearlyTheSameAs(passage.text());
        SearchResult found = search.searchWithout(
                asked.question(),
                SearchFilter.of(Viewer.PUBLIC),
                asked.masked() ? answers : passage -> false);
        boolean right = found.hits().stream()
                .limit(1)
                .anyMatch(hit -> !asked.masked() && answers.test(hit.passage()));
        return new Examined(asked, judge.signals(asked.question(), found), right);
    }
}
