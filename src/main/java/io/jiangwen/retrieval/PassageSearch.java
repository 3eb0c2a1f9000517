package io.jiangwen.retrieval;

import io.jiangwen.account.Viewer;
import io.jiangwen.knowledge.Passage;
import io.jiangwen.model.Embedder;
import io.jiangwen.model.Embedding;
import io.jiangwen.question.Question;
import io.jiangwen.text.LexicalAnalyzer;
import io.jiangwen.text.Simplified;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** From a question to ranked passages: both legs, one fusion, the same numbers for everybody who asks. */
@ApplicationScoped
public class PassageSearch {
    private final Embedder embedder;
    private final PassageStore passages;
    private final LexemeFrequencies frequencies;
    private final RetrievalConfig config;
    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();

    PassageSearch(Embedder embedder, PassageStore passages, LexemeFrequencies frequencies, RetrievalConfig config) {
        this.embedder = embedder;
        this.passages = passages;
        this.frequencies = frequencies;
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
        List<AskedTerm> asked = analyzer.lexemes(question.text()).stream()
                .map(lexeme -> AskedTerm.of(lexeme.term()))
                .toList();
        CorpusCounts counts = frequencies.of(asked.stream()
                .flatMap(term -> term.alternatives().stream())
                .flatMap(List::stream)
                .toList());
        QueryTerms terms = QueryTerms.weigh(asked, counts);
        Embedding vector = embedder.question(Simplified.of(question.text()), question.language());
        List<Fusion.Candidate<Passage>> candidates =
                passages.candidates(new PassageStore.Way(question.language(), terms, vector, filter), counts);
        List<Hit> hits = new Fusion(config.denseWeight())
                .fuse(candidates).stream()
                        .limit(config.limit())
                        .map(fused -> new Hit(fused.item(), fused.evidence()))
                        .toList();
        return new SearchResult(hits, terms.words());
    }
}
