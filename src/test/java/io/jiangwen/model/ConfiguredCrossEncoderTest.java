package io.jiangwen.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real HTTP to a scripted endpoint, and a real ONNX file. */
class ConfiguredCrossEncoderTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final List<String> PASSAGES = List.of("尾座装弹性顶尖。", "焊条烘干到 350 ℃。");

    private final WireMockServer endpoint = new WireMockServer(options().dynamicPort());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void start() {
        endpoint.start();
    }

    @AfterEach
    void stop() {
        endpoint.stop();
    }

    private CrossEncoder model(String url, Optional<String> name) {
        return new ConfiguredCrossEncoder(
                ModelSettings.reranker(url, name, Duration.ofMillis(500)), meters, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void replies(ResponseDefinitionBuilder response) {
        endpoint.stubFor(post(urlEqualTo("/v1/rerank")).willReturn(response));
    }

    @Test
    void speaksAsJinaAndXinferenceWhereAModelIsNamed() {
        replies(aResponse()
                .withBody(
                        "{\"results\":[{\"index\":1,\"relevance_score\":0.9},{\"index\":0,\"relevance_score\":0.2}]}"));
        assertThat(model(endpoint.baseUrl() + "/v1", Optional.of("bge-reranker"))
                        .scores("焊条怎么烘", PASSAGES))
                .contains(List.of(0.2, 0.9));
        endpoint.verify(postRequestedFor(urlEqualTo("/v1/rerank"))
                .withHeader("Authorization", equalTo("Bearer a-key"))
                .withRequestBody(matchingJsonPath("$.model", equalTo("bge-reranker")))
                .withRequestBody(matchingJsonPath("$.query", equalTo("焊条怎么烘")))
                .withRequestBody(matchingJsonPath("$.documents[1]", equalTo(PASSAGES.get(1)))));
    }

    @Test
    void speaksAsTextEmbeddingsInferenceWhereNoneIs() {
        replies(aResponse().withBody("[{\"index\":1,\"score\":0.75},{\"index\":0,\"score\":0.25}]"));
        assertThat(model(endpoint.baseUrl() + "/v1/rerank", Optional.empty()).scores("焊条怎么烘", PASSAGES))
                .contains(List.of(0.25, 0.75));
        endpoint.verify(postRequestedFor(urlEqualTo("/v1/rerank"))
                .withRequestBody(matchingJsonPath("$.texts[0]", equalTo(PASSAGES.get(0)))));
    }

    @Test
    void bringsLogitsBetweenNoughtAndOne() {
        replies(aResponse().withBody("[{\"index\":0,\"score\":-2.0},{\"index\":1,\"score\":3.5}]"));
        assertThat(model(endpoint.baseUrl() + "/v1", Optional.empty())
                        .scores("?", PASSAGES)
                        .orElseThrow())
                .satisfiesExactly(low -> assertThat(low).isCloseTo(0.119, within(0.001)), high -> assertThat(high)
                        .isCloseTo(0.971, within(0.001)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{}",
                "[]",
                "[{\"index\":0,\"score\":0.5}]",
                "[{\"index\":0,\"score\":0.5},{\"index\":7,\"score\":0.5}]",
                "[{\"index\":0,\"score\":\"high\"},{\"index\":1,\"score\":0.5}]"
            })
    void doesWithoutWhatIsNoReply(String body) {
        replies(aResponse().withBody(body));
        assertThat(model(endpoint.baseUrl() + "/v1", Optional.empty()).scores("?", PASSAGES))
                .isEmpty();
        assertThat(meters.counter("jiangwen.rerank.failed").count()).isEqualTo(1);
    }

    @Test
    void leavesAFailingEndpointAloneForAWhile() {
        replies(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        CrossEncoder model = model(endpoint.baseUrl() + "/v1", Optional.empty());
        assertThat(model.scores("?", PASSAGES)).isEmpty();
        assertThat(model.scores("?", PASSAGES)).isEmpty();
        endpoint.verify(1, postRequestedFor(urlEqualTo("/v1/rerank")));
    }

    @Test
    void doesNotWaitForASlowEndpoint() {
        replies(aResponse().withFixedDelay(20_000).withBody("[]"));
        assertThat(model(endpoint.baseUrl() + "/v1", Optional.empty()).scores("?", PASSAGES))
                .isEmpty();
    }

    @Test
    void readsAnOnnxFile(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("model.onnx"), TinyOnnxModel.meanOfIds());
        try (InputStream tokenizer = getClass().getResourceAsStream("/bge-small-zh-v1.5-tokenizer.json")) {
            Files.write(folder.resolve("tokenizer.json"), tokenizer.readAllBytes());
        }
        // [CLS] 101, 一 671, [SEP] 102, 七 673, [SEP] 102: their mean, in ten thousandths, is the logit.
        double logit = (101 + 671 + 102 + 673 + 102) / 5.0 / 10_000;
        assertThat(model(file.toUri().toString(), Optional.empty())
                        .scores("一", List.of("七"))
                        .orElseThrow())
                .satisfiesExactly(score -> assertThat(score).isCloseTo(1 / (1 + Math.exp(-logit)), within(1e-5)));
    }

    @Test
    void refusesAFileThatIsNoModel(@TempDir Path folder) throws IOException {
        String file = Files.writeString(folder.resolve("model.onnx"), "no model")
                .toUri()
                .toString();
        assertThatThrownBy(() -> model(file, Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JIANGWEN_RERANK_URL");
    }
}
