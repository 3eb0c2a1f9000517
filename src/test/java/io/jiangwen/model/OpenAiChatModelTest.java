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

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real HTTP and real server-sent events against a scripted endpoint. */
class OpenAiChatModelTest {
    private static final ChatPrompt PROMPT = new ChatPrompt("Answer from the passages.", "[1] 尾座装弹性顶尖。\n---\n怎么装?");

    private final WireMockServer endpoint = new WireMockServer(options().dynamicPort());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> pieces = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        endpoint.start();
    }

    @AfterEach
    void stop() {
        endpoint.stop();
    }

    private OpenAiChatModel model(Duration timeout) {
        return new OpenAiChatModel(
                new ModelSettings(
                        Optional.of(endpoint.baseUrl() + "/v1"),
                        Optional.of("a-key"),
                        Optional.of("scripted"),
                        timeout,
                        2),
                meters);
    }

    private void replies(ResponseDefinitionBuilder response) {
        endpoint.stubFor(post(urlEqualTo("/v1/chat/completions")).willReturn(response));
    }

    private static ResponseDefinitionBuilder stream(String finish, String... texts) {
        StringBuilder body = new StringBuilder();
        for (String text : texts) {
            body.append("data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"model\":\"scripted\",\"choices\":"
                    + "[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null}]}\n\n");
        }
        body.append("data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"model\":\"scripted\",\"choices\":"
                + "[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + finish + "\"}]}\n\ndata: [DONE]\n\n");
        return aResponse().withHeader("Content-Type", "text/event-stream").withBody(body.toString());
    }

    @Test
    void handsOnThePiecesInOrderAndReturnsTheWhole() throws ChatFailed {
        replies(stream("stop", "尾座装", "弹性顶尖。", "[1]").withChunkedDribbleDelay(4, 200));
        assertThat(model(Duration.ofSeconds(10)).reply(PROMPT, pieces::add)).isEqualTo("尾座装弹性顶尖。[1]");
        assertThat(String.join("", pieces)).isEqualTo("尾座装弹性顶尖。[1]");
        endpoint.verify(postRequestedFor(urlEqualTo("/v1/chat/completions"))
                .withHeader("Authorization", equalTo("Bearer a-key"))
                .withRequestBody(matchingJsonPath("$.stream", equalTo("true")))
                .withRequestBody(matchingJsonPath("$.messages[0].role", equalTo("system"))));
    }

    @Test
    void failsInTimeWhenTheEndpointHangs() {
        replies(stream("stop", "太晚了").withFixedDelay(20_000));
        assertThatThrownBy(() -> model(Duration.ofMillis(400)).reply(PROMPT, pieces::add))
                .isInstanceOf(ChatFailed.class);
        assertThat(pieces).isEmpty();
        assertThat(meters.counter("jiangwen.chat.failed").count()).isEqualTo(1);
    }

    @Test
    void failsOnServerErrorsRefusalsAndCutConnections() {
        List<ResponseDefinitionBuilder> faults = List.of(
                aResponse().withStatus(500),
                aResponse().withStatus(429).withHeader("Retry-After", "1"),
                aResponse().withStatus(401),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withHeader("Content-Type", "text/event-stream").withBody("data: {broken\n\n"),
                stream("content_filter", "我不能"),
                stream("length", "太长"),
                stream("stop"));
        for (ResponseDefinitionBuilder fault : faults) {
            endpoint.resetAll();
            replies(fault);
            assertThatThrownBy(() -> model(Duration.ofSeconds(5)).reply(PROMPT, pieces::add))
                    .isInstanceOf(ChatFailed.class);
        }
    }

    @Test
    void failsWhenNobodyListens() {
        OpenAiChatModel model = model(Duration.ofSeconds(5));
        endpoint.stop();
        assertThatThrownBy(() -> model.reply(PROMPT, pieces::add)).isInstanceOf(ChatFailed.class);
    }

    @Test
    void isNotThereWithoutAnEndpoint() {
        OpenAiChatModel none = new OpenAiChatModel(
                new ModelSettings(Optional.empty(), Optional.empty(), Optional.empty(), Duration.ofSeconds(1), 1),
                meters);
        assertThat(none.name()).isEmpty();
        assertThatThrownBy(() -> none.reply(PROMPT, pieces::add)).isInstanceOf(ChatFailed.class);
    }
}
