package io.jiangwen.conversation;

import io.jiangwen.answer.AnswerListener;
import io.jiangwen.answer.Outcome;
import io.jiangwen.answer.Pipeline;
import io.jiangwen.answer.Stop;
import io.jiangwen.question.Question;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The life of one question: mute check, pipeline, thread, hand-over. */
@ApplicationScoped
class AskFlow {
    private final ThreadLog thread;
    private final Pipeline pipeline;
    private final RunningTurns running;

    AskFlow(ThreadLog thread, Pipeline pipeline, RunningTurns running) {
        this.thread = thread;
        this.pipeline = pipeline;
        this.running = running;
    }

    /** Blocking; the turn is stored when this returns, and its ticket can be claimed. */
    Turn ask(Asking asking, AnswerListener listener) {
        return ask(asking, listener, new Stop());
    }

    /** @param stop ends what a chat model was asked; the turn is made from the sources and stored all the same */
    Turn ask(Asking asking, AnswerListener listener, Stop stop) {
        Optional<Turn> settled = thread.repeatedOrForwarded(asking);
        if (settled.isPresent()) return settled.get();
        running.begin(asking.turn(), stop);
        try {
            Question question = thread.question(asking);
            Outcome outcome = pipeline.ask(question, asking.caller().viewer(), listener, stop);
            return thread.record(asking, question, outcome, thread.same(asking, question, outcome));
        } catch (RuntimeException e) {
            thread.abandon(asking);
            throw e;
        } finally {
            running.end(asking.turn());
        }
    }
}
