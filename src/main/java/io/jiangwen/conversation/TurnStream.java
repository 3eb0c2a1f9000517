package io.jiangwen.conversation;

import io.jiangwen.answer.Answer;
import io.jiangwen.answer.AnswerListener;
import io.jiangwen.answer.Stop;
import io.jiangwen.confidence.Verdict;
import io.jiangwen.problem.Problem;
import io.jiangwen.problem.ProblemBody;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Map;
import java.util.UUID;

/**
 * Tells of a turn while it is made: {@code accepted verdict citation sentence ticket done}, or {@code error}. A reader
 * who goes away ends the chat model's call; the turn is made from the sources and stored, to be read later.
 */
@ApplicationScoped
class TurnStream {
    private final AskFlow flow;

    TurnStream(AskFlow flow) {
        this.flow = flow;
    }

    Multi<OutboundSseEvent> of(Asking asking, Sse sse) {
        return Multi.createFrom()
                .emitter(emitter -> Infrastructure.getDefaultWorkerPool().execute(() -> run(asking, sse, emitter)));
    }

    private void run(Asking asking, Sse sse, MultiEmitter<? super OutboundSseEvent> emitter) {
        Events events = new Events(sse, emitter);
        Stop stop = new Stop();
        emitter.onTermination(stop::press);
        try {
            events.send("accepted", Map.of("turn", asking.turn()));
            Turn turn = flow.ask(asking, events, stop);
            if (turn.ticket() != null) events.send("ticket", turn.ticket());
            events.send("done", turn);
        } catch (Problem problem) {
            events.send("error", ProblemBody.of(problem));
        } catch (RuntimeException e) {
            String incident = UUID.randomUUID().toString();
            Log.errorf(e, "A turn failed, incident %s, turn %s", incident, asking.turn());
            events.send("error", ProblemBody.unexpected(incident));
        } finally {
            emitter.complete();
        }
    }

    private record Events(Sse sse, MultiEmitter<? super OutboundSseEvent> emitter) implements AnswerListener {
        record Judged(String verdict, double probability) {}

        record Said(int index, String text, java.util.List<Integer> citations) {}

        void send(String name, Object data) {
            emitter.emit(sse.newEventBuilder()
                    .name(name)
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(data)
                    .build());
        }

        @Override
        public void verdict(Verdict verdict) {
            send("verdict", new Judged(verdict.label(), verdict.probability()));
        }

        @Override
        public void sentence(int index, Answer.Sentence sentence) {
            send("sentence", new Said(index, sentence.text(), sentence.citations()));
        }

        @Override
        public void citation(Answer.Citation citation) {
            send("citation", citation);
        }
    }
}
