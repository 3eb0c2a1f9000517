package io.jiangwen.confidence;

import io.jiangwen.question.Question;
import io.jiangwen.retrieval.SearchResult;
import io.jiangwen.text.LexicalAnalyzer;

/** Turns evidence into a probability, and the probability into a verdict. Pure. */
public final class ConfidenceJudge {
    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();

    /** Nothing found is too thin, with probability 0. */
    public Verdict judge(Question question, SearchResult found, Calibration calibration) {
        Signals signals = signals(question, found);
        double probability = found.hits().isEmpty() ? 0 : calibration.probability(signals);
        return probability >= calibration.threshold()
                ? new Verdict.Answer(probability, calibration.threshold(), signals)
                : new Verdict.TooThin(probability, calibration.threshold(), signals);
    }

    /** What a calibration judges by, and is fitted on. */
    public Signals signals(Question question, SearchResult found) {
        return Signals.of(question, found, analyzer);
    }
}
