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
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
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
                        1),
                meters,
                Clock.systemUTC());
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
        assertThat(model(Duration.ofSeconds(10)).reply(PROMPT, pieces::add).text())
                .isEqualTo("尾座装弹性顶尖。[1]");
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
                meters,
                Clock.systemUTC());
        assertThat(none.name()).isEmpty();
        assertThatThrownBy(() -> none.reply(PROMPT, pieces::add)).isInstanceOf(ChatFailed.class);
    }

    private static final ChatPrompt STRUCTURED =
            new ChatPrompt("Answer.", "[1] 尾座", Optional.of(ChatPrompt.Schema.CITED_SENTENCES));

    @Test
    void asksAgainWhenTheEndpointWasBusyAndWaitsAsLongAsItSays() throws ChatFailed {
        script("busy", aResponse().withStatus(429).withHeader("Retry-After", "1"), stream("stop", "好了。[1]"));
        long start = System.nanoTime();
        assertThat(model(Duration.ofSeconds(20)).reply(PROMPT, pieces::add).text())
                .isEqualTo("好了。[1]");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(900));
        assertThat(meters.counter("jiangwen.chat.retried").count()).isEqualTo(1);
    }

    @Test
    void doesNotWaitForALongRetryAfter() {
        replies(aResponse().withStatus(429).withHeader("Retry-After", "3600"));
        assertThatThrownBy(() -> model(Duration.ofSeconds(20)).reply(PROMPT, pieces::add))
                .isInstanceOf(ChatFailed.class);
        endpoint.verify(1, postRequestedFor(urlEqualTo("/v1/chat/completions")));
    }

    @Test
    void asksAgainAfterServerErrorsAndGivesUpInTheEnd() {
        replies(aResponse().withStatus(503));
        assertThatThrownBy(() -> model(Duration.ofSeconds(20)).reply(PROMPT, pieces::add))
                .isInstanceOf(ChatFailed.class);
        endpoint.verify(3, postRequestedFor(urlEqualTo("/v1/chat/completions")));
    }

    @Test
    void doesNotAskAgainWhatWasRefused() {
        replies(aResponse()
                .withStatus(400)
                .withBody("{\"error\":{\"code\":\"context_length_exceeded\",\"message\":\"too long\"}}"));
        assertThatThrownBy(() -> model(Duration.ofSeconds(20)).reply(PROMPT, pieces::add))
                .isInstanceOf(ChatFailed.class);
        endpoint.verify(1, postRequestedFor(urlEqualTo("/v1/chat/completions")));
    }

    @Test
    void asksForLinesOnceStructuredOutputWasRefused() throws ChatFailed {
        endpoint.stubFor(post(urlEqualTo("/v1/chat/completions"))
                .atPriority(1)
                .withRequestBody(matchingJsonPath("$.response_format"))
                .willReturn(aResponse()
                        .withStatus(400)
                        .withBody("{\"error\":{\"message\":\"response_format is not supported\"}}")));
        endpoint.stubFor(post(urlEqualTo("/v1/chat/completions")).atPriority(2).willReturn(stream("stop", "好。[1]")));
        OpenAiChatModel model = model(Duration.ofSeconds(20));
        assertThat(model.reply(STRUCTURED, pieces::add).text()).isEqualTo("好。[1]");
        assertThat(model.reply(STRUCTURED, pieces::add).text()).isEqualTo("好。[1]");
        endpoint.verify(3, postRequestedFor(urlEqualTo("/v1/chat/completions")));
    }

    @Test
    void failsOnAnErrorThatComesAsASuccessAndOnAStreamThatBreaksOff() {
        String begun = "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"model\":\"scripted\",\"choices\":"
                + "[{\"index\":0,\"delta\":{\"content\":\"尾座\"},\"finish_reason\":null}]}\n\n";
        List<ResponseDefinitionBuilder> faults = List.of(
                aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"error\":{\"message\":\"overloaded\"}}"),
                aResponse()
                        .withHeader("Content-Type", "text/event-stream")
                        .withBody("data: {\"error\":{\"message\":\"x\"}}\n\n"),
                aResponse().withHeader("Content-Type", "text/event-stream").withBody(begun),
                aResponse()
                        .withHeader("Content-Type", "text/event-stream")
                        .withBody(begun + "data: {\"choices\":[{\"del"),
                aResponse().withHeader("Content-Type", "text/html").withBody("<html>a gateway's page</html>"));
        for (ResponseDefinitionBuilder fault : faults) {
            endpoint.resetAll();
            replies(fault);
            assertThatThrownBy(() -> model(Duration.ofSeconds(10)).reply(PROMPT, pieces::add))
                    .isInstanceOf(ChatFailed.class);
        }
    }

    @Test
    void givesUpAStreamThatHangsInTheMiddle() {
        replies(stream("stop", "尾座", "装", "弹性", "顶尖").withChunkedDribbleDelay(20, 60_000));
        long start = System.nanoTime();
        assertThatThrownBy(() -> model(Duration.ofSeconds(2)).reply(PROMPT, pieces::add))
                .isInstanceOf(ChatFailed.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void thoughtsReachNobody() throws ChatFailed {
        replies(stream("stop", "<TH", "INK>我先<think>想", "</think>再想</Thi", "nk>尾座。", "[1]\\n<think>没有结尾"));
        ChatReply reply = model(Duration.ofSeconds(20)).reply(PROMPT, pieces::add);
        assertThat(reply.text()).isEqualTo("尾座。[1]\n");
        assertThat(String.join("", pieces)).isEqualTo(reply.text());
    }

    @Test
    void reasoningContentReachesNobodyAndUsageIsHandedUp() throws ChatFailed {
        String chunk =
                "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"model\":\"scripted\",\"choices\":[%s]%s}\n\n";
        replies(aResponse()
                .withHeader("Content-Type", "text/event-stream")
                .withBody(chunk.formatted(
                                "{\"index\":0,\"delta\":{\"reasoning_content\":\"秘密\"},\"finish_reason\":null}", "")
                        + chunk.formatted(
                                "{\"index\":0,\"delta\":{\"content\":\"尾座。[1]\"},\"finish_reason\":\"stop\"}", "")
                        + chunk.formatted(
                                "", ",\"usage\":{\"prompt_tokens\":21,\"completion_tokens\":4,\"total_tokens\":25}")
                        + "data: [DONE]\n\n"));
        ChatReply reply = model(Duration.ofSeconds(20)).reply(PROMPT, pieces::add);
        assertThat(reply.text()).isEqualTo("尾座。[1]");
        assertThat(String.join("", pieces)).doesNotContain("秘密");
        assertThat(reply.input()).hasValue(21);
        assertThat(reply.output()).hasValue(4);
    }

    @Test
    void refusesAReplyWhoseThoughtsNeverBegan() {
        replies(stream("stop", "先看看资料。[1]\\n</think>尾座。[1]"));
        assertThatThrownBy(() -> model(Duration.ofSeconds(20)).reply(PROMPT, pieces::add))
                .isInstanceOf(ChatFailed.class);
    }

    @Test
    void leavesAnEndpointAloneThatKeepsFailing() {
        replies(aResponse().withStatus(500));
        OpenAiChatModel model = model(Duration.ofSeconds(20));
        for (int i = 0; i < 6; i++)
            assertThatThrownBy(() -> model.reply(PROMPT, pieces::add)).isInstanceOf(ChatFailed.class);
        endpoint.verify(5, postRequestedFor(urlEqualTo("/v1/chat/completions")));
    }

    /** Answers the first call so, the second otherwise. */
    private void script(String name, ResponseDefinitionBuilder first, ResponseDefinitionBuilder second) {
        endpoint.stubFor(post(urlEqualTo("/v1/chat/completions"))
                .inScenario(name)
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(first)
                .willSetStateTo("again"));
        endpoint.stubFor(post(urlEqualTo("/v1/chat/completions"))
                .inScenario(name)
                .whenScenarioStateIs("again")
                .willReturn(second));
    }
}
