package io.jiangwen.answer;

import io.jiangwen.account.Viewer;
import io.jiangwen.confidence.Calibration;
import io.jiangwen.confidence.CalibrationStore;
import io.jiangwen.confidence.ConfidenceJudge;
import io.jiangwen.confidence.Verdict;
import io.jiangwen.question.Intent;
import io.jiangwen.question.Question;
import io.jiangwen.retrieval.PassageSearch;
import io.jiangwen.retrieval.SearchFilter;
import io.jiangwen.retrieval.SearchResult;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Retrieve, judge, compose, check: the one place that knows that order. Without side effects; chat, hit test and
 * evaluation all call it. Blocking, and never inside a transaction: it calls models.
 */
@ApplicationScoped
public class Pipeline {
    private final PassageSearch search;
    private final CalibrationStore calibrations;
    private final Composers composers;
    private final ConfidenceJudge judge = new ConfidenceJudge();
    private final Standalone standalone = new Standalone();

    Pipeline(PassageSearch search, CalibrationStore calibrations, Composers composers) {
        this.search = search;
        this.calibrations = calibrations;
        this.composers = composers;
    }

    /** Answers a question from what the viewer may see, or says why not. */
    public Outcome ask(Question question, Viewer viewer, AnswerListener listener) {
        return switch (Intent.of(question.text())) {
            case SMALL_TALK -> new Outcome.SmallTalk();
            case NOTHING -> new Outcome.NeedsDetail();
            case PERSON -> new Outcome.PersonRequested(examine(subject(question), viewer));
            case QUESTION -> answer(examine(question, viewer), listener);
        };
    }

    /** Searches and judges only: the hit test, with the numbers that {@link #ask} would use. */
    public Examined examine(Question question, Viewer viewer) {
        Question rewritten = standalone.rewrite(question);
        SearchResult found = search.search(rewritten, viewer);
        Calibration calibration = calibrations.current();
        return new Examined(rewritten, found, judge.judge(rewritten, found, calibration), calibration);
    }

    /** What would be told if the verdict were to answer: for evaluation. */
    public Outcome answerAnyway(Examined examined) {
        return composers.compose(examined, AnswerListener.NONE);
    }

    /** What the examined question finds behind a filter; its verdict stays that of all the viewer may see. */
    public SearchResult search(Examined examined, SearchFilter filter) {
        return search.search(examined.question(), filter);
    }

    private Outcome answer(Examined examined, AnswerListener listener) {
        listener.verdict(examined.verdict());
        return switch (examined.verdict()) {
            case Verdict.TooThin thin -> new Outcome.Escalated(examined, "TOO_THIN", composers.draft(examined));
            case Verdict.Answer enough -> composers.compose(examined, listener);
        };
    }

    /** Who asks for a person means the question before. */
    private static Question subject(Question request) {
        if (request.before().isEmpty()) return request;
        return new Question(request.before().getLast(), request.language(), request.before());
    }
}
