package io.jiangwen.retrieval;

import io.jiangwen.account.Viewer;
import io.jiangwen.knowledge.Passage;
import io.jiangwen.question.Question;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** From a question to ranked passages: both legs, one ranking, the same numbers for everybody who asks. */
@ApplicationScoped
public class PassageSearch {
    private static final int DEEPER = 4;

    private final Examination examination;
    private final Reranking reranking;
    private final RankingStore rankings;
    private final RetrievalConfig config;

    PassageSearch(Examination examination, Reranking reranking, RankingStore rankings, RetrievalConfig config) {
        this.examination = examination;
        this.reranking = reranking;
        this.rankings = rankings;
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
        return ranking(question, filter, config.candidates(), passage -> false).first(config.limit());
    }

    /**
     * Finds as {@link #search} does what would stand first if some passages did not exist. What is rare is counted with
     * them.
     *
     * @param hidden the passages to leave out
     */
    public SearchResult searchWithout(Question question, SearchFilter filter, Predicate<Passage> hidden) {
        return ranking(question, filter, config.candidates(), hidden).first(config.limit());
    }

    /**
     * The best passage of each article, for evaluation: what {@link #search} finds stands first in its order, then what it
     * cut off, then what more candidates bring.
     *
     * @param articles how many are wanted; fewer only where no more are found
     */
    public List<Hit> bestOfEachArticle(Question question, SearchFilter filter, int articles) {
        Map<String, Hit> best = new LinkedHashMap<>();
        int candidates = config.candidates();
        int before = -1;
        while (true) {
            List<Hit> hits =
                    ranking(question, filter, candidates, passage -> false).hits();
            hits.forEach(hit -> best.putIfAbsent(hit.passage().article(), hit));
            if (best.size() >= articles || hits.size() <= before)
                return best.values().stream().limit(articles).toList();
            before = hits.size();
            candidates *= DEEPER;
        }
    }

    /** @param candidates of each leg */
    private SearchResult ranking(Question question, SearchFilter filter, int candidates, Predicate<Passage> hidden) {
        Examination.Examined examined = examination.of(question, filter, candidates, hidden);
        reranking.cross(question.text(), examined.candidates());
        List<Hit> hits = new Ranker(rankings.current())
                .rank(examined.candidates()).stream()
                        .map(ranked -> new Hit(ranked.item(), ranked.evidence(), ranked.features()))
                        .toList();
        return new SearchResult(hits, words(examined.plan(), hits));
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
