package io.jiangwen.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@code /rerank} endpoint. With a model's name it speaks as Jina and Xinference do ({@code documents} in, {@code
 * results} with {@code relevance_score} out), without one as Text Embeddings Inference does ({@code texts} in, a list
 * with {@code score} out).
 */
final class RerankEndpoint implements PairScorer {
    private final URI uri;
    private final @Nullable String model;
    private final Optional<String> key;
    private final Duration timeout;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client;

    /** @param base with or without {@code /rerank} at its end */
    RerankEndpoint(String base, @Nullable String model, Optional<String> key, Duration timeout) {
        String stem = base.replaceAll("/+$", "");
        this.uri = URI.create(stem.endsWith("/rerank") ? stem : stem + "/rerank");
        this.model = model;
        this.key = key;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    @Override
    public List<Double> scores(String question, List<String> passages) throws IOException {
        ObjectNode body = json.createObjectNode().put("query", question);
        if (model == null) {
            body.put("raw_scores", false).put("truncate", true).set("texts", json.valueToTree(passages));
        } else {
            body.put("model", model).set("documents", json.valueToTree(passages));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        key.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return read(send(request.build()), passages.size());
    }

    private String send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) throw new IOException("status " + response.statusCode());
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private List<Double> read(String body, int count) throws IOException {
        JsonNode answer = json.readTree(body);
        JsonNode results = answer.isArray() ? answer : answer.path("results");
        Double[] scores = new Double[count];
        for (JsonNode result : results) {
            int index = result.path("index").asInt(-1);
            JsonNode score = result.has("relevance_score") ? result.get("relevance_score") : result.path("score");
            if (index < 0 || index >= count || !score.isNumber()) throw new IOException("not a reply of a reranker");
            scores[index] = unit(score.asDouble());
        }
        if (Arrays.asList(scores).contains(null)) throw new IOException("a passage has no score");
        return List.of(scores);
    }

    /** Some servers send logits where others send probabilities. */
    private static double unit(double score) {
        return score >= 0 && score <= 1 ? score : 1 / (1 + Math.exp(-score));
    }
}
