package io.jiangwen.confidence;

import io.jiangwen.knowledge.Passage;
import io.jiangwen.retrieval.SearchResult;
import io.jiangwen.text.LexicalAnalyzer;
import io.jiangwen.text.Terms;
import java.util.Map;
import java.util.Set;

/** Turns evidence into a probability, and the probability into a verdict. Pure. */
public final class ConfidenceJudge {
    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();

    /** Nothing found is too thin, with probability 0. */
    public Verdict judge(SearchResult found, Calibration calibration) {
        Signals signals = found.hits().isEmpty() ? new Signals(Map.of()) : Signals.of(found, words(found));
        double probability = found.hits().isEmpty() ? 0 : calibration.probability(signals);
        return probability >= calibration.threshold()
                ? new Verdict.Answer(probability, calibration.threshold(), signals)
                : new Verdict.TooThin(probability, calibration.threshold(), signals);
    }

    private Set<String> words(SearchResult found) {
        Passage first = found.hits().getFirst().passage();
        return Terms.contentTerms(analyzer.lexemes(first.title() + "\n" + first.headingPath() + "\n" + first.text()));
    }
}
