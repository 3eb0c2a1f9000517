package io.jiangwen.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Reads {@code /api/v1/events} as a page does, over a connection of its own. */
public final class EventStream implements AutoCloseable {
    private final HttpClient client;
    private final HttpResponse<InputStream> response;
    private final BlockingQueue<ServerEvent> received = new LinkedBlockingQueue<>();
    private final AtomicInteger comments = new AtomicInteger();
    private final CountDownLatch live = new CountDownLatch(1);

    private EventStream(HttpClient client, HttpResponse<InputStream> response) {
        this.client = client;
        this.response = response;
    }

    /** Returns as soon as the stream says that it is live. */
    public static EventStream open(String token, @Nullable Long lastEventId) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/events"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) request.header("Last-Event-ID", Long.toString(lastEventId));
        EventStream stream =
                new EventStream(client, client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        assertThat(stream.response.statusCode()).isEqualTo(200);
        Thread.ofVirtual().start(stream::read);
        assertThat(stream.live.await(20, TimeUnit.SECONDS)).isTrue();
        return stream;
    }

    /** The next event whose data name a subject with this beginning; others are passed over. */
    public ServerEvent next(String subject) throws InterruptedException {
        return until(subject).getLast();
    }

    /** Every event up to the next one whose data name a subject with this beginning, that one included. */
    public List<ServerEvent> until(String subject) throws InterruptedException {
        List<ServerEvent> passed = new ArrayList<>();
        while (true) {
            ServerEvent next = received.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("an event about " + subject + " within 20 s").isNotNull();
            passed.add(next);
            if (next.data().contains("\"subject\":\"" + subject)) return passed;
        }
    }

    public int comments() {
        return comments.get();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            ServerEvent.read(lines, received::add, comment -> {
                comments.incrementAndGet();
                live.countDown();
            });
        } catch (IOException e) {
            // The test has closed the stream, or waits in vain for what it expects and says so itself.
            live.countDown();
        }
    }
}
