package io.jiangwen.answer;

import io.jiangwen.account.Viewer;
import io.jiangwen.confidence.Calibration;
import io.jiangwen.confidence.CalibrationStore;
import io.jiangwen.confidence.ConfidenceJudge;
import io.jiangwen.confidence.Verdict;
import io.jiangwen.question.Intent;
import io.jiangwen.question.PersonWish;
import io.jiangwen.question.Question;
import io.jiangwen.question.Vagueness;
import io.jiangwen.retrieval.PassageSearch;
import io.jiangwen.retrieval.SearchFilter;
import io.jiangwen.retrieval.SearchResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Retrieve, judge, compose, check: the one place that knows that order. Without side effects; chat, hit test and
 * evaluation all call it. Blocking, and never inside a transaction: it calls models.
 */
@ApplicationScoped
public class Pipeline {
    /** How often an asker is asked back for one question; then it is searched for with all he said. */
    private static final int MOST_ASKED_BACK = 2;

    private final PassageSearch search;
    private final CalibrationStore calibrations;
    private final Composers composers;
    private final FollowUps followUps;
    private final Scope scope;
    private final AskBack askBack;
    private final ConfidenceJudge judge = new ConfidenceJudge();

    Pipeline(
            PassageSearch search,
            CalibrationStore calibrations,
            Composers composers,
            FollowUps followUps,
            Scope scope,
            AskBack askBack) {
        this.search = search;
        this.calibrations = calibrations;
        this.composers = composers;
        this.followUps = followUps;
        this.scope = scope;
        this.askBack = askBack;
    }

    /** Answers a question from what the viewer may see, or says why not. */
    public Outcome ask(Question question, Viewer viewer, AnswerListener listener) {
        return switch (Intent.of(question)) {
            case SMALL_TALK -> new Outcome.SmallTalk();
            case NOTHING -> new Outcome.Unreadable();
            case PERSON -> person(question, viewer);
            case VAGUE ->
                mayAskBack(question) ? askBack.about(question) : answer(examine(question, viewer), question, listener);
            case QUESTION -> answer(examine(question, viewer), question, listener);
        };
    }

    /** Searches and judges only: the hit test, with the numbers that {@link #ask} would use. */
    public Examined examine(Question question, Viewer viewer) {
        return followUps.standalone(question, candidate -> examineAlone(candidate, viewer));
    }

    private Examined examineAlone(Question question, Viewer viewer) {
        SearchResult found = search.search(question, viewer);
        Calibration calibration = calibrations.current();
        return new Examined(question, found, judge.judge(question, found, calibration), calibration);
    }

    /** Whether a question that its evidence does not answer is none for a craftsman either. */
    public boolean isOutOfScope(Examined examined) {
        return scope.isOutside(examined);
    }

    /** What would be told if the verdict were to answer: for evaluation. */
    public Outcome answerAnyway(Examined examined) {
        return composers.compose(examined, AnswerListener.NONE);
    }

    /** What the examined question finds behind a filter; its verdict stays that of all the viewer may see. */
    public SearchResult search(Examined examined, SearchFilter filter) {
        return search.search(examined.question(), filter);
    }

    private Outcome answer(Examined examined, Question asked, AnswerListener listener) {
        return switch (examined.verdict()) {
            case Verdict.Answer enough -> {
                listener.verdict(enough);
                yield composers.compose(examined, listener);
            }
            case Verdict.TooThin thin -> {
                if (isOutOfScope(examined)) yield new Outcome.OutOfScope(examined);
                if (asked.before().isEmpty() && mayAskBack(asked) && Vagueness.saysHardlyAnything(asked.text())) {
                    yield askBack.about(asked);
                }
                listener.verdict(thin);
                yield new Outcome.Escalated(examined, "TOO_THIN", composers.draft(examined));
            }
        };
    }

    private static boolean mayAskBack(Question question) {
        return question.askedBack() < MOST_ASKED_BACK;
    }

    /** Who asks for a person means what he says beside it, else the question before. */
    private Outcome person(Question request, Viewer viewer) {
        String beside = PersonWish.beside(request.text());
        if (!beside.isEmpty()) return new Outcome.PersonRequested(examine(request.in(beside), viewer), true);
        List<String> before = request.before();
        if (before.isEmpty()) return new Outcome.PersonRequested(examineAlone(request, viewer), false);
        Question last = new Question(before.getLast(), request.language(), before.subList(0, before.size() - 1));
        return new Outcome.PersonRequested(examine(last, viewer), true);
    }
}
