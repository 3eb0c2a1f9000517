package io.jiangwen.conversation;

import io.jiangwen.answer.AnswerListener;
import io.jiangwen.answer.Outcome;
import io.jiangwen.answer.Pipeline;
import io.jiangwen.question.Question;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The life of one question: mute check, pipeline, thread, hand-over. */
@ApplicationScoped
class AskFlow {
    private final ThreadLog thread;
    private final Pipeline pipeline;

    AskFlow(ThreadLog thread, Pipeline pipeline) {
        this.thread = thread;
        this.pipeline = pipeline;
    }

    /** Blocking; the turn is stored when this returns, and its ticket can be claimed. */
    Turn ask(Asking asking, AnswerListener listener) {
        Optional<Turn> settled = thread.repeatedOrForwarded(asking);
        if (settled.isPresent()) return settled.get();
        try {
            Question question = thread.question(asking);
            Outcome outcome = pipeline.ask(question, asking.caller().viewer(), listener);
            return thread.record(asking, question, outcome, thread.same(asking, question, outcome));
        } catch (RuntimeException e) {
            thread.abandon(asking);
            throw e;
        }
    }
}
