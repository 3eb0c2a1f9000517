package io.jiangwen.model;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One call of an endpoint: its pieces without thoughts, until it ends or is given up. */
final class ChatAttempt implements StreamingChatResponseHandler {
    private final Consumer<String> pieces;
    private final Thoughts thoughts = new Thoughts();
    private final StringBuilder told = new StringBuilder();
    private final CompletableFuture<Long> alive = new CompletableFuture<>();
    private final CompletableFuture<ChatResponse> done = new CompletableFuture<>();
    private boolean open = true;

    ChatAttempt(Consumer<String> pieces) {
        this.pieces = pieces;
    }

    /**
     * Waits for the end; whoever does not wait for it hangs up.
     *
     * @throws TimeoutException when there is no sign of life within {@code first}, or no end within {@code whole}
     * @throws ExecutionException when the endpoint failed
     */
    ChatResponse call(Endpoint.Line line, ChatRequest request, Duration first, Duration whole)
            throws InterruptedException, ExecutionException, TimeoutException {
        long start = System.nanoTime();
        try {
            line.model().chat(request, this);
            alive.get(Math.min(first.toMillis(), whole.toMillis()), TimeUnit.MILLISECONDS);
            long rest = whole.toNanos() - (System.nanoTime() - start);
            return done.get(Math.max(0, rest), TimeUnit.NANOSECONDS);
        } finally {
            close();
            if (!done.isDone()) line.client().hangUp();
        }
    }

    /** When the first sign of life came, on the clock of {@link System#nanoTime}. */
    long firstSign(long otherwise) {
        return alive.getNow(otherwise);
    }

    /** What was told so far. */
    synchronized String text() {
        return told.toString();
    }

    synchronized boolean leaksThoughts() {
        return thoughts.endedUnopened();
    }

    private synchronized void close() {
        open = false;
    }

    @Override
    public synchronized void onPartialResponse(String piece) {
        alive.complete(System.nanoTime());
        tell(thoughts.accept(piece));
    }

    /** Shown to nobody: it only tells that the endpoint is at work. */
    @Override
    public void onPartialThinking(PartialThinking thinking) {
        alive.complete(System.nanoTime());
    }

    @Override
    public synchronized void onCompleteResponse(ChatResponse response) {
        tell(thoughts.end());
        alive.complete(System.nanoTime());
        done.complete(response);
    }

    @Override
    public void onError(Throwable error) {
        done.completeExceptionally(error);
        alive.complete(System.nanoTime());
    }

    private void tell(String text) {
        if (!open || text.isEmpty()) return;
        told.append(text);
        pieces.accept(text);
    }
}
