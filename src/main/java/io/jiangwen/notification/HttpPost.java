package io.jiangwen.notification;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Posts JSON to addresses that people have entered. Connects to the very address that {@link AddressRule} has allowed, so
 * that a name cannot lead elsewhere in between; follows no redirect; reads little of what comes back; never waits longer
 * than the timeout.
 */
@ApplicationScoped
class HttpPost {
    private static final int MOST_READ = 64 * 1024;

    private final AddressRule rule;
    private final Duration timeout;
    private final HttpClient client;

    @Inject
    HttpPost(Vertx vertx, NotificationConfig config) {
        this(
                vertx,
                new AddressRule(config.delivery().privateAddresses()),
                config.delivery().timeout());
    }

    HttpPost(Vertx vertx, AddressRule rule, Duration timeout) {
        this.rule = rule;
        this.timeout = timeout;
        client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(millis(timeout))
                .setKeepAlive(false)
                .setVerifyHost(true));
    }

    /** What came back. */
    sealed interface Reply {
        /** @param retryAfter empty where the receiver did not ask for patience in seconds */
        record Answered(int status, String body, Optional<Duration> retryAfter) implements Reply {}

        /** Nobody answered, or not in time. */
        record Unreached(String why) implements Reply {}

        /** We do not send there. */
        record NotAllowed(String why) implements Reply {}
    }

    /** Whether the rule objects to an address as it is written. */
    Optional<String> objection(URI url) {
        return rule.objection(url);
    }

    Reply send(URI url, Map<String, String> headers, String body) {
        Optional<String> objection = rule.objection(url);
        if (objection.isPresent()) return new Reply.NotAllowed(objection.get());
        try {
            Optional<InetAddress> address = allowed(url.getHost());
            return address.<Reply>map(one -> post(url, one, headers, body))
                    .orElseGet(() -> new Reply.NotAllowed("the address is private"));
        } catch (UnknownHostException e) {
            return new Reply.Unreached("the host is unknown");
        }
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** The first address of the host; empty when any of them is not allowed. */
    private Optional<InetAddress> allowed(String host) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        for (InetAddress one : all) if (!rule.allows(one)) return Optional.empty();
        return Optional.of(all[0]);
    }

    private Reply post(URI url, InetAddress address, Map<String, String> headers, String body) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url.toString())
                .setFollowRedirects(false)
                .setTimeout(timeout.toMillis());
        options.setServer(SocketAddress.inetSocketAddress(options.getPort(), address.getHostAddress()));
        headers.forEach(options::putHeader);
        options.putHeader("Content-Type", "application/json; charset=utf-8").putHeader("User-Agent", "Jiangwen");
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        AtomicReference<@Nullable HttpClientRequest> begun = new AtomicReference<>();
        client.request(options).onFailure(reply::completeExceptionally).onSuccess(request -> {
            begun.set(request);
            exchange(request, body, reply);
        });
        try {
            return await(reply);
        } finally {
            HttpClientRequest request = begun.get();
            if (request != null) request.reset();
        }
    }

    private static void exchange(HttpClientRequest request, String body, CompletableFuture<Reply> reply) {
        request.exceptionHandler(reply::completeExceptionally);
        request.send(Buffer.buffer(body))
                .onFailure(reply::completeExceptionally)
                .onSuccess(response -> read(response, reply));
    }

    private static void read(HttpClientResponse response, CompletableFuture<Reply> reply) {
        Buffer read = Buffer.buffer();
        response.exceptionHandler(reply::completeExceptionally);
        response.handler(part -> {
            if (read.length() < MOST_READ) read.appendBuffer(part);
            else reply.complete(answered(response, read));
        });
        response.endHandler(end -> reply.complete(answered(response, read)));
    }

    private static Reply.Answered answered(HttpClientResponse response, Buffer read) {
        String body = read.toString(StandardCharsets.UTF_8);
        return new Reply.Answered(response.statusCode(), body, seconds(response.getHeader("Retry-After")));
    }

    private static Optional<Duration> seconds(@Nullable String header) {
        return Optional.ofNullable(header)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private Reply await(CompletableFuture<Reply> reply) {
        try {
            return reply.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            reply.cancel(false);
            return new Reply.Unreached("no answer in time");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return new Reply.Unreached(
                    "no connection: " + (cause == null ? e : cause).getClass().getSimpleName());
        } catch (InterruptedException e) {
            reply.cancel(false);
            Thread.currentThread().interrupt();
            return new Reply.Unreached("the service is stopping");
        }
    }

    private static int millis(Duration time) {
        return Math.toIntExact(time.toMillis());
    }
}
