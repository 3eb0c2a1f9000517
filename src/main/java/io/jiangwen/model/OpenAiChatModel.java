package io.jiangwen.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Any OpenAI-compatible endpoint: bounded in time, in calls at once and in retries, left alone when it keeps failing. */
@ApplicationScoped
class OpenAiChatModel implements ChatModel {
    private final ModelConfig config;
    private final MeterRegistry meters;
    private final @Nullable Endpoint endpoint;
    private final Places places;
    private final CircuitBreaker breaker;
    private final AtomicBoolean structured;

    OpenAiChatModel(ModelConfig config, MeterRegistry meters, Clock clock) {
        this.config = config;
        this.meters = meters;
        this.places = new Places(config.llmConcurrency(), config.llmQueue());
        this.breaker = new CircuitBreaker(config.llmBreakerFailures(), config.llmBreakerRest(), clock);
        this.structured = new AtomicBoolean(config.llmStructured());
        this.endpoint =
                config.llmBaseUrl().map(url -> new Endpoint(url, config, clock)).orElse(null);
    }

    @Override
    public Optional<String> name() {
        return Optional.ofNullable(endpoint).map(Endpoint::model);
    }

    @Override
    public ChatReply reply(ChatPrompt prompt, Consumer<String> pieces, CallOff callOff) throws ChatFailed {
        if (endpoint == null) throw new ChatFailed("no endpoint is configured", null);
        callOff.enter();
        try {
            return reply(endpoint, prompt, pieces, callOff);
        } finally {
            callOff.leave();
        }
    }

    private ChatReply reply(Endpoint asked, ChatPrompt prompt, Consumer<String> pieces, CallOff callOff)
            throws ChatFailed {
        long start = System.nanoTime();
        if (callOff.isCalledOff()) throw calledOff();
        if (!breaker.admits()) throw failed("the endpoint rests after failures in a row", null);
        boolean entered = false;
        try {
            entered = places.enter(config.llmQueueWait());
            if (!entered) throw withdrawn("all places are taken");
            return attempts(asked, prompt, pieces, start);
        } catch (InterruptedException e) {
            if (callOff.isCalledOff()) {
                breaker.withdrew();
                throw calledOff();
            }
            Thread.currentThread().interrupt();
            throw withdrawn("interrupted");
        } finally {
            if (entered) places.leave();
        }
    }

    private ChatReply attempts(Endpoint asked, ChatPrompt prompt, Consumer<String> pieces, long start)
            throws ChatFailed, InterruptedException {
        int retries = 0;
        while (true) {
            boolean asStructure = structured.get() && prompt.schema().isPresent();
            ChatAttempt attempt = new ChatAttempt(pieces);
            try {
                ChatResponse response =
                        attempt.call(asked.line(), request(prompt, asStructure), config.llmFirstToken(), left(start));
                breaker.succeeded();
                return whole(attempt, response, start);
            } catch (TimeoutException e) {
                breaker.failed();
                throw failed("no reply in time", e);
            } catch (ExecutionException | RuntimeException e) {
                Failure failure = Failure.of(e);
                if (asStructure && failure.isOfFormat()) {
                    // An endpoint that does not know structured output is asked for lines from now on.
                    structured.set(false);
                    continue;
                }
                if (failure.isPassing()) breaker.failed();
                else breaker.succeeded();
                Duration pause = failure.pause(
                        config.llmRetryPause(), ThreadLocalRandom.current().nextDouble());
                boolean again = failure.isPassing()
                        && attempt.text().isEmpty()
                        && retries++ < config.llmRetries()
                        && pause.compareTo(config.llmRetryAfterMost()) <= 0
                        && pause.compareTo(left(start)) < 0;
                if (!again || !breaker.admits()) throw failed("the endpoint failed", failure.cause());
                meters.counter("jiangwen.chat.retried").increment();
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            }
        }
    }

    private ChatRequest request(ChatPrompt prompt, boolean asStructure) {
        ChatRequest.Builder request = ChatRequest.builder()
                .messages(List.of(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user())));
        if (asStructure) request.responseFormat(CitedFormat.of(prompt.schema().orElseThrow()));
        return request.build();
    }

    private Duration left(long start) {
        return config.llmTimeout().minusNanos(System.nanoTime() - start);
    }

    private ChatReply whole(ChatAttempt attempt, ChatResponse response, long start) throws ChatFailed {
        FinishReason finish = response.metadata() == null ? null : response.finishReason();
        if (finish == FinishReason.CONTENT_FILTER || finish == FinishReason.LENGTH)
            throw failed("the reply was cut: " + finish, null);
        if (finish == null) throw failed("the stream ended before the reply did", null);
        if (attempt.leaksThoughts()) throw failed("thoughts and reply cannot be told apart", null);
        if (attempt.text().isBlank()) throw failed("the reply is empty", null);
        TokenUsage usage = response.tokenUsage();
        long now = System.nanoTime();
        ChatReply reply = new ChatReply(
                attempt.text(),
                usage == null ? OptionalInt.empty() : optional(usage.inputTokenCount()),
                usage == null ? OptionalInt.empty() : optional(usage.outputTokenCount()),
                Duration.ofNanos(attempt.firstSign(now) - start),
                Duration.ofNanos(now - start));
        meters.timer("jiangwen.chat.first.token").record(reply.firstToken());
        meters.timer("jiangwen.chat").record(reply.whole());
        return reply;
    }

    private static OptionalInt optional(@Nullable Integer count) {
        return count == null ? OptionalInt.empty() : OptionalInt.of(count);
    }

    /** Nobody's failure: neither the endpoint's nor ours. */
    private ChatFailed calledOff() {
        meters.counter("jiangwen.chat.called.off").increment();
        return new ChatFailed("nobody wants the reply any more", null);
    }

    private ChatFailed withdrawn(String why) {
        breaker.withdrew();
        return failed(why, null);
    }

    private ChatFailed failed(String why, @Nullable Throwable cause) {
        meters.counter("jiangwen.chat.failed").increment();
        // The message of a refusal may repeat what the asker wrote.
        Log.warnf(
                "The chat model gave no reply (%s): %s",
                why, cause == null ? "" : cause.getClass().getSimpleName());
        return new ChatFailed(why, cause);
    }
}
