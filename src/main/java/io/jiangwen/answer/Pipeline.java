package io.jiangwen.answer;

import io.jiangwen.account.Viewer;
import io.jiangwen.confidence.Calibration;
import io.jiangwen.confidence.CalibrationStore;
import io.jiangwen.confidence.ConfidenceJudge;
import io.jiangwen.confidence.Verdict;
import io.jiangwen.model.CallOff;
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

    /** Answers a question from what the viewer may see, or says why not; nobody calls it off. */
    public Outcome ask(Question question, Viewer viewer, AnswerListener listener) {
        return ask(question, viewer, listener, new Stop());
    }

    /** @param stop ends what a chat model was asked, then or later; the outcome is what the sources alone give */
    public Outcome ask(Question question, Viewer viewer, AnswerListener listener, Stop stop) {
        Wish wish = new Wish(question, viewer, listener, stop.callOff());
        return switch (Intent.of(question)) {
            case SMALL_TALK -> new Outcome.SmallTalk();
            case NOTHING -> new Outcome.Unreadable();
            case PERSON -> person(wish);
            case VAGUE -> mayAskBack(question) ? askBack.about(question, wish.callOff()) : answer(wish);
            case QUESTION -> answer(wish);
        };
    }

    /** Searches and judges only: the hit test, with the numbers that {@link #ask} would use. */
    public Examined examine(Question question, Viewer viewer) {
        return examine(question, viewer, new CallOff());
    }

    private Examined examine(Question question, Viewer viewer, CallOff callOff) {
        return followUps.standalone(question, callOff, candidate -> examineAlone(candidate, viewer));
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
        return composers.compose(examined, AnswerListener.NONE, new CallOff());
    }

    /** What the examined question finds behind a filter; its verdict stays that of all the viewer may see. */
    public SearchResult search(Examined examined, SearchFilter filter) {
        return search.search(examined.question(), filter);
    }

    /** Who asks what, who hears of it, and who may say that it is no longer wanted. */
    private record Wish(Question question, Viewer viewer, AnswerListener listener, CallOff callOff) {}

    private Outcome answer(Wish wish) {
        Question asked = wish.question();
        Examined examined = examine(asked, wish.viewer(), wish.callOff());
        return switch (examined.verdict()) {
            case Verdict.Answer enough -> {
                wish.listener().verdict(enough);
                yield composers.compose(examined, wish.listener(), wish.callOff());
            }
            case Verdict.TooThin thin -> {
                if (isOutOfScope(examined)) yield new Outcome.OutOfScope(examined);
                if (asked.before().isEmpty() && mayAskBack(asked) && Vagueness.saysHardlyAnything(asked.text())) {
                    yield askBack.about(asked, wish.callOff());
                }
                wish.listener().verdict(thin);
                yield new Outcome.Escalated(examined, "TOO_THIN", composers.draft(examined));
            }
        };
    }

    private static boolean mayAskBack(Question question) {
        return question.askedBack() < MOST_ASKED_BACK;
    }

    /** Who asks for a person means what he says beside it, else the question before. */
    private Outcome person(Wish wish) {
        Question request = wish.question();
        Viewer viewer = wish.viewer();
        String beside = PersonWish.beside(request.text());
        if (!beside.isEmpty()) return new Outcome.PersonRequested(examine(request.in(beside), viewer, wish.callOff()), true);
        List<String> before = request.before();
        if (before.isEmpty()) return new Outcome.PersonRequested(examineAlone(request, viewer), false);
        Question last = new Question(before.getLast(), request.language(), before.subList(0, before.size() - 1));
        return new Outcome.PersonRequested(examine(last, viewer, wish.callOff()), true);
    }
}
