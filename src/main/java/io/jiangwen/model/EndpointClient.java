package io.jiangwen.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The way langchain4j reaches an endpoint for one call. Unlike its own it hands up {@code Retry-After}, closes a stream
 * that outlasts its time, so that a hanging endpoint keeps no thread, and can be hung up.
 */
final class EndpointClient implements HttpClient {
    private static final int LONGEST_REFUSAL = 4_000;

    private final java.net.http.HttpClient client;
    private final Duration timeout;
    private final Clock clock;

    private @Nullable Thread streaming;
    private boolean hungUp;

    /**
     * @param client may be shared by many
     * @param timeout of a whole exchange
     */
    EndpointClient(java.net.http.HttpClient client, Duration timeout, Clock clock) {
        this.client = client;
        this.timeout = timeout;
        this.clock = clock;
    }

    /** What langchain4j is given to build this very client. */
    HttpClientBuilder builder() {
        return new Builder(timeout, this);
    }

    /** Closes the connection of the stream that is open, and opens no other. */
    synchronized void hangUp() {
        hungUp = true;
        if (streaming != null) streaming.interrupt();
    }

    /** @throws HttpException when the endpoint refuses */
    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = client.send(outgoing(request), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() / 100 != 2) throw refusal(response, body);
                CompletableFuture<Void> ended = new CompletableFuture<>();
                closeLater(body, ended);
                try {
                    return opened(response)
                            .body(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                            .build();
                } finally {
                    ended.complete(null);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted while the endpoint was asked"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void execute(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        if (hungUp) throw new IllegalStateException("this call was hung up");
        streaming = Thread.ofVirtual().name("chat-endpoint").start(() -> stream(request, parser, listener));
    }

    private void stream(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            HttpResponse<InputStream> response = client.send(outgoing(request), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                CompletableFuture<Void> ended = new CompletableFuture<>();
                closeLater(body, ended);
                try {
                    if (response.statusCode() / 100 != 2) throw refusal(response, body);
                    listener.onOpen(opened(response).build());
                    parser.parse(body, listener);
                    listener.onClose();
                } finally {
                    ended.complete(null);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            listener.onError(e);
        } catch (IOException | RuntimeException e) {
            listener.onError(e);
        }
    }

    private static SuccessfulHttpResponse.Builder opened(HttpResponse<?> response) {
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map());
    }

    private java.net.http.HttpRequest outgoing(HttpRequest request) {
        java.net.http.HttpRequest.Builder outgoing = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(timeout)
                .POST(BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> outgoing.header(name, value)));
        return outgoing.build();
    }

    private void closeLater(InputStream body, CompletableFuture<Void> ended) {
        Executor later = CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> close(body), later);
        CompletableFuture<Void> unused = ended.thenRun(() -> closing.cancel(false));
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // It is gone already, which is what was wanted.
        }
    }

    private HttpException refusal(HttpResponse<InputStream> response, InputStream body) throws IOException {
        String text = new String(body.readNBytes(LONGEST_REFUSAL), StandardCharsets.UTF_8);
        return new Refusal(
                response.statusCode(),
                text,
                response.headers().firstValue("Retry-After").flatMap(this::pause));
    }

    /** Seconds or a date (RFC 9110, section 10.2.3). */
    private Optional<Duration> pause(String retryAfter) {
        try {
            if (retryAfter.strip().matches("\\d{1,9}"))
                return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter.strip())));
            Instant date = ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration pause = Duration.between(clock.instant(), date);
            return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** langchain4j sets what it likes; the time of an exchange is ours. */
    private static final class Builder implements HttpClientBuilder {
        private final Duration timeout;
        private final EndpointClient client;

        Builder(Duration timeout, EndpointClient client) {
            this.timeout = timeout;
            this.client = client;
        }

        @Override
        public Duration connectTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration ignored) {
            return this;
        }

        @Override
        public HttpClient build() {
            return client;
        }
    }
}
