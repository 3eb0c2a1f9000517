package io.jiangwen.retrieval;

import io.jiangwen.account.Viewer;
import io.jiangwen.knowledge.Passage;
import io.jiangwen.model.Embedder;
import io.jiangwen.model.QuestionEncoding;
import io.jiangwen.question.Question;
import io.jiangwen.text.LexicalAnalyzer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** From a question to ranked passages: both legs, one ranking, the same numbers for everybody who asks. */
@ApplicationScoped
public class PassageSearch {
    private final Embedder embedder;
    private final PassageStore passages;
    private final LexemeFrequencies frequencies;
    private final Reranking reranking;
    private final RankingStore rankings;
    private final RetrievalConfig config;
    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();

    PassageSearch(
            Embedder embedder,
            PassageStore passages,
            LexemeFrequencies frequencies,
            Reranking reranking,
            RankingStore rankings,
            RetrievalConfig config) {
        this.embedder = embedder;
        this.passages = passages;
        this.frequencies = frequencies;
        this.reranking = reranking;
        this.rankings = rankings;
        this.config = config;
    }

    /**
     * Finds what the viewer may see, best first. Blocking; opens no transaction around the embedding.
     *
     * @throws RetrievalFailed when the database could not be asked: never an empty result instead
     */
    public SearchResult search(Question question, Viewer viewer) {
        QueryTerms terms = frequencies.weigh(analyzer.lexemes(question.text()));
        QuestionEncoding encoding = embedder.question(question.text(), question.language());
        List<Fusion.Candidate<Passage>> candidates =
                passages.candidates(encoding.whole(), terms, viewer, config.candidates());
        List<Hit> hits = new Ranker(rankings.current())
                .rank(reranking.examine(question.text(), encoding, candidates)).stream()
                        .limit(config.limit())
                        .map(ranked -> new Hit(ranked.item(), ranked.evidence()))
                        .toList();
        return new SearchResult(hits, terms.words());
    }
}
