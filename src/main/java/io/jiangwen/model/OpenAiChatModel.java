package io.jiangwen.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Any OpenAI-compatible endpoint. */
@ApplicationScoped
class OpenAiChatModel implements ChatModel {
    private final ModelConfig config;
    private final MeterRegistry meters;
    private final @Nullable StreamingChatModel model;
    private final Semaphore places;

    OpenAiChatModel(ModelConfig config, MeterRegistry meters) {
        this.config = config;
        this.meters = meters;
        this.places = new Semaphore(config.llmConcurrency());
        this.model = config.llmBaseUrl().map(url -> connect(url, config)).orElse(null);
    }

    private static StreamingChatModel connect(String url, ModelConfig config) {
        return OpenAiStreamingChatModel.builder()
                .baseUrl(url)
                .apiKey(config.llmApiKey().orElse("none"))
                .modelName(config.llmModel()
                        .orElseThrow(() -> new IllegalStateException("JIANGWEN_LLM_MODEL must name the chat model")))
                .temperature(0.0)
                .timeout(config.llmTimeout())
                .build();
    }

    @Override
    public Optional<String> name() {
        return model == null ? Optional.empty() : config.llmModel();
    }

    @Override
    public String reply(ChatPrompt prompt, Consumer<String> pieces) throws ChatFailed {
        if (model == null) throw new ChatFailed("no endpoint is configured", null);
        if (!places.tryAcquire()) throw failed("all places are taken", null);
        try {
            return wait(model, prompt, pieces);
        } finally {
            places.release();
        }
    }

    private String wait(StreamingChatModel endpoint, ChatPrompt prompt, Consumer<String> pieces) throws ChatFailed {
        Reply reply = new Reply(pieces);
        try {
            endpoint.chat(List.of(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user())), reply);
            ChatResponse whole = reply.done.get(config.llmTimeout().toMillis(), TimeUnit.MILLISECONDS);
            FinishReason finish = whole.metadata() == null ? null : whole.finishReason();
            if (finish == FinishReason.CONTENT_FILTER || finish == FinishReason.LENGTH) {
                throw failed("the reply was cut: " + finish, null);
            }
            String text = whole.aiMessage().text();
            if (text == null || text.isBlank()) throw failed("the reply is empty", null);
            return text;
        } catch (TimeoutException e) {
            throw failed("no reply within " + config.llmTimeout(), e);
        } catch (ExecutionException e) {
            throw failed("the endpoint failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("interrupted", e);
        } catch (RuntimeException e) {
            throw failed("the endpoint could not be called", e);
        } finally {
            reply.open.set(false);
        }
    }

    private ChatFailed failed(String why, @Nullable Throwable cause) {
        meters.counter("jiangwen.chat.failed").increment();
        Log.warnf("The chat model gave no reply (%s): %s", why, cause == null ? "" : cause.getMessage());
        return new ChatFailed(why, cause);
    }

    private static final class Reply implements StreamingChatResponseHandler {
        private final Consumer<String> pieces;
        private final AtomicBoolean open = new AtomicBoolean(true);
        private final CompletableFuture<ChatResponse> done = new CompletableFuture<>();

        Reply(Consumer<String> pieces) {
            this.pieces = pieces;
        }

        @Override
        public void onPartialResponse(String piece) {
            if (open.get()) pieces.accept(piece);
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            done.complete(response);
        }

        @Override
        public void onError(Throwable error) {
            done.completeExceptionally(error);
        }
    }
}
