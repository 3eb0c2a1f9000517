package io.jiangwen.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks a running service over HTTP, one question after the other, and times the stream. */
final class LoadBench implements AutoCloseable {
    private static final int QUESTIONS = 50;
    private static final double FIRST_SENTENCE_FLOOR = 1_500;
    private static final double TURN_FLOOR = 3_000;

    private final URI service;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper json = new ObjectMapper();
    private @Nullable Times times;

    LoadBench(URI service) {
        this.service = service;
    }

    private record Times(List<Double> firstSentence, List<Double> turn) {}

    /** From sending the question to the first sentence of the answer, or to what is said instead. */
    Measurement firstSentence() throws IOException, InterruptedException {
        return Measurement.ofMillis("first sentence", measured().firstSentence(), FIRST_SENTENCE_FLOOR);
    }

    /** From sending the question to the end of the stream. */
    Measurement wholeTurn() throws IOException, InterruptedException {
        return Measurement.ofMillis("whole turn", measured().turn(), TURN_FLOOR);
    }

    private Times measured() throws IOException, InterruptedException {
        Times known = times;
        if (known != null) return known;
        String token = login();
        List<String> questions = questions(token);
        String conversation =
                post("/api/v1/conversations", "{}", token).path("id").asText();
        List<Double> first = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        stream(conversation, questions.getFirst(), token);
        for (String question : questions) {
            double[] taken = stream(conversation, question, token);
            first.add(taken[0]);
            whole.add(taken[1]);
        }
        Times fresh = new Times(first, whole);
        times = fresh;
        return fresh;
    }

    /** The demo asker: questions that need a person then open demo tickets only. */
    private String login() throws IOException, InterruptedException {
        JsonNode session = post("/api/v1/auth/login", "{\"login\":\"asker\",\"password\":\"jiangwen-demo\"}", null);
        if (!session.has("token")) throw new IOException("bench load needs the demo accounts: " + session);
        return session.path("token").asText();
    }

    /** Titles of what is published, asked as they stand, again from the start where there are too few. */
    private List<String> questions(String token) throws IOException, InterruptedException {
        JsonNode page = json.readTree(http.send(
                        request("/api/v1/articles?limit=100", token).GET().build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
        List<String> titles = new ArrayList<>();
        page.path("items").forEach(item -> titles.add(item.path("title").asText()));
        if (titles.isEmpty()) throw new IOException("the service has no published article to ask about");
        return Stream.generate(() -> titles)
                .flatMap(List::stream)
                .limit(QUESTIONS)
                .toList();
    }

    private double[] stream(String conversation, String question, String token)
            throws IOException, InterruptedException {
        HttpRequest request = request("/api/v1/conversations/" + conversation + "/turns", token)
                .header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(Map.of("question", question))))
                .build();
        long start = System.nanoTime();
        double first = -1;
        HttpResponse<Stream<String>> response = http.send(request, HttpResponse.BodyHandlers.ofLines());
        if (response.statusCode() != 200) throw new IOException("a question was refused: " + response.statusCode());
        try (Stream<String> lines = response.body()) {
            for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                String line = each.next();
                if (first < 0 && (line.endsWith("sentence") || line.endsWith("done"))) first = millisSince(start);
            }
        }
        return new double[] {first, millisSince(start)};
    }

    private JsonNode post(String path, String body, @Nullable String token) throws IOException, InterruptedException {
        HttpRequest request = request(path, token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return json.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json");
        if (token != null) request.header("Authorization", "Bearer " + token);
        return request;
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    @Override
    public void close() {
        http.close();
    }
}
