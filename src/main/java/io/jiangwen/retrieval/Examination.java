package io.jiangwen.retrieval;

import io.jiangwen.knowledge.Passage;
import io.jiangwen.question.Question;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A search up to the point where a ranking is needed: what both legs bring, with all that may speak for it. */
@ApplicationScoped
class Examination {
    private final Routes routes;
    private final PassageStore passages;
    private final Reranking reranking;

    Examination(Routes routes, PassageStore passages, Reranking reranking) {
        this.routes = routes;
        this.passages = passages;
        this.reranking = reranking;
    }

    /** @param candidates in no order of merit */
    record Examined(Routes.Plan plan, List<Ranker.Candidate<Passage>> candidates) {}

    /**
     * Blocking; opens no transaction around the embedding.
     *
     * @param each how many candidates a leg gives
     * @param hidden the passages to leave out
     * @throws RetrievalFailed when the database could not be asked
     */
    Examined of(Question question, SearchFilter filter, int each, Predicate<Passage> hidden) {
        Routes.Plan plan = routes.plan(question, filter);
        Map<Long, Candidate> found = new TreeMap<>();
        for (PassageStore.Way way : plan.ways()) {
            for (Candidate candidate : passages.candidates(way, plan.counts(), each))
                if (!hidden.test(candidate.passage()))
                    found.merge(candidate.passage().id(), candidate, Candidate::better);
        }
        return new Examined(plan, reranking.examine(plan.ways(), plan.counts(), List.copyOf(found.values())));
    }
}
