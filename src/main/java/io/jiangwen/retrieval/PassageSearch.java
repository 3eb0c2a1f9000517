package io.jiangwen.retrieval;

import io.jiangwen.account.Viewer;
import io.jiangwen.knowledge.Passage;
import io.jiangwen.question.Question;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** From a question to ranked passages: both legs, one fusion, the same numbers for everybody who asks. */
@ApplicationScoped
public class PassageSearch {
    private final Routes routes;
    private final PassageStore passages;
    private final RetrievalConfig config;

    PassageSearch(Routes routes, PassageStore passages, RetrievalConfig config) {
        this.routes = routes;
        this.passages = passages;
        this.config = config;
    }

    /** Finds all that the viewer may see, as {@link #search(Question, SearchFilter)} does. */
    public SearchResult search(Question question, Viewer viewer) {
        return search(question, SearchFilter.of(viewer));
    }

    /**
     * Finds what passes the filter, best first. Blocking; opens no transaction around the embedding.
     *
     * @throws RetrievalFailed when the database could not be asked: never an empty result instead
     */
    public SearchResult search(Question question, SearchFilter filter) {
        Routes.Plan plan = routes.plan(question, filter);
        Map<Long, Fusion.Candidate<Passage>> found = new TreeMap<>();
        for (PassageStore.Way way : plan.ways()) {
            for (Fusion.Candidate<Passage> candidate : passages.candidates(way, plan.counts()))
                found.merge(candidate.item().id(), candidate, PassageSearch::better);
        }
        List<Fusion.Candidate<Passage>> candidates = List.copyOf(found.values());
        List<Hit> hits = new Fusion(config.denseWeight())
                .fuse(candidates).stream()
                        .limit(config.limit())
                        .map(fused -> new Hit(fused.item(), fused.evidence()))
                        .toList();
        return new SearchResult(hits, words(plan, hits));
    }

    /** A passage that was found by two ways has the better score of each leg. */
    private static Fusion.Candidate<Passage> better(Fusion.Candidate<Passage> one, Fusion.Candidate<Passage> other) {
        return new Fusion.Candidate<>(
                one.item(), Math.max(one.cosine(), other.cosine()), Math.max(one.lexical(), other.lexical()));
    }

    /** The question's words in the language of the first passage. */
    private static Map<String, Double> words(Routes.Plan plan, List<Hit> hits) {
        return plan.ways().stream()
                .filter(way -> !hits.isEmpty() && hits.getFirst().passage().language() == way.language())
                .findFirst()
                .orElse(plan.ways().getFirst())
                .terms()
                .words();
    }
}
