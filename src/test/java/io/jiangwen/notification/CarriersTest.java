package io.jiangwen.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every carrier over HTTP promises, and what each platform wants, against scripted servers on this machine. */
@Timeout(30)
class CarriersTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock NOON = Clock.fixed(Instant.ofEpochSecond(1_700_000_000L), ZoneOffset.UTC);
    private static final String SECRET = "SECcafe0123";
    private static final HttpPost HTTP = http(true);

    private final WireMockServer platform = new WireMockServer(options().dynamicPort());

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @BeforeEach
    void start() {
        platform.start();
    }

    @AfterEach
    void stop() {
        platform.stop();
    }

    static Stream<Named<Carrier>> carriers() {
        return makers().map(maker -> {
            Carrier carrier = maker.apply(HTTP);
            return named(carrier.channel().name(), carrier);
        });
    }

    static Stream<Named<Carrier>> robots() {
        return carriers().filter(one -> one.getPayload().channel().isRobot());
    }

    private static Stream<Function<HttpPost, Carrier>> makers() {
        return Stream.of(
                http -> new WebhookCarrier(http, JSON, NOON),
                http -> new WeComCarrier(new RobotPost(http, JSON)),
                http -> new DingTalkCarrier(new RobotPost(http, JSON), NOON),
                http -> new FeishuCarrier(new RobotPost(http, JSON), NOON));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void whatIsTakenIsTakenOnceAndCarriesTheIdAndTheWords(Carrier carrier) {
        answers(aResponse().withStatus(200).withBody("{\"errcode\":0,\"code\":0}"));
        Parcel parcel = parcel(SECRET);
        assertThat(carrier.carry(parcel)).isInstanceOf(Receipt.Taken.class);
        LoggedRequest request = received();
        assertThat(request.getHeader("Jiangwen-Event-Id")).isEqualTo(parcel.id().toString());
        assertThat(request.getHeader("Content-Type")).startsWith("application/json");
        assertThat(request.getBodyAsString()).contains("工单 T-2026-000001 已有答复");
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void whatFailsOutsideMayArriveLater(Carrier carrier) {
        for (int status : new int[] {400, 401, 404, 500, 503}) {
            answers(aResponse().withStatus(status));
            assertThat(carrier.carry(parcel(null))).isEqualTo(new Receipt.Failed("HTTP " + status));
        }
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void aReceiverThatAsksForPatienceIsGivenIt(Carrier carrier) {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "7"));
        assertThat(carrier.carry(parcel(null))).isEqualTo(new Receipt.Failed("HTTP 429", Duration.ofSeconds(7)));
        answers(aResponse().withStatus(429).withHeader("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT"));
        assertThat(carrier.carry(parcel(null))).isEqualTo(new Receipt.Failed("HTTP 429"));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void aRedirectIsNotFollowed(Carrier carrier) {
        answers(aResponse().withStatus(302).withHeader("Location", platform.baseUrl() + "/elsewhere"));
        assertThat(carrier.carry(parcel(null))).isInstanceOf(Receipt.Refused.class);
        assertThat(received().getUrl()).startsWith("/hook");
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void whoeverIsGoneIsNotAskedAgain(Carrier carrier) {
        answers(aResponse().withStatus(410));
        assertThat(carrier.carry(parcel(null))).isInstanceOf(Receipt.Refused.class);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void aReceiverThatHangsIsLeftInTime(Carrier carrier) {
        answers(aResponse().withStatus(200).withFixedDelay(20_000));
        assertThat(carrier.carry(parcel(null))).isInstanceOf(Receipt.Failed.class);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void aConnectionThatBreaksIsAFailure(Carrier carrier) {
        for (Fault fault : new Fault[] {Fault.EMPTY_RESPONSE, Fault.CONNECTION_RESET_BY_PEER}) {
            answers(aResponse().withFault(fault));
            assertThat(carrier.carry(parcel(null))).isInstanceOf(Receipt.Failed.class);
        }
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void aHostThatIsNotThereIsAFailure(Carrier carrier) throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThat(carrier.carry(parcel("http://127.0.0.1:" + closed + "/hook", null)))
                .isInstanceOf(Receipt.Failed.class);
        assertThat(carrier.carry(parcel("http://no-such-host.invalid/hook", null)))
                .isEqualTo(new Receipt.Failed("the host is unknown"));
    }

    @Test
    void noCarrierGoesToAPrivateAddressUnlessItMay() {
        answers(aResponse().withStatus(200).withBody("{\"errcode\":0,\"code\":0}"));
        HttpPost strict = http(false);
        makers().map(maker -> maker.apply(strict)).forEach(carrier -> {
            assertThat(carrier.carry(parcel(null))).isEqualTo(new Receipt.Refused("only https"));
            String secured = parcel(null).destination().address().replace("http:", "https:");
            assertThat(carrier.carry(parcel(secured, null))).isEqualTo(new Receipt.Refused("the address is private"));
        });
        assertThat(platform.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("robots")
    void aCodeInAGoodResponseIsAFailure(Carrier robot) {
        for (String body :
                new String[] {"{\"errcode\":93000,\"code\":19021}", "", "<html>", "{}", "{\"errcode\":\"0\"}"}) {
            answers(aResponse().withStatus(200).withBody(body));
            assertThat(robot.carry(parcel(null))).as(body).isInstanceOf(Receipt.Failed.class);
        }
    }

    @ParameterizedTest
    @MethodSource("robots")
    void tooManyMessagesMeanAMinute(Carrier robot) {
        String field = robot.channel() == Channel.FEISHU ? "code" : "errcode";
        int code =
                switch (robot.channel()) {
                    case WECOM -> 45009;
                    case DINGTALK -> 130101;
                    default -> 11232;
                };
        answers(aResponse().withStatus(200).withBody("{\"" + field + "\":" + code + "}"));
        assertThat(robot.carry(parcel(null))).isEqualTo(new Receipt.Failed(field + " " + code, Duration.ofMinutes(1)));
    }

    @Test
    void aFloodOfAnAnswerIsNotReadToItsEnd() {
        answers(aResponse().withStatus(200).withBody("x".repeat(5_000_000)));
        assertThat(new WeComCarrier(new RobotPost(HTTP, JSON)).carry(parcel(null)))
                .isEqualTo(new Receipt.Failed("200 without JSON"));
    }

    @Test
    void aWebhookIsSignedOverTimestampAndBody() throws IOException {
        answers(aResponse().withStatus(204));
        new WebhookCarrier(HTTP, JSON, NOON).carry(parcel(SECRET));
        LoggedRequest request = received();
        assertThat(request.getHeader("Jiangwen-Timestamp")).isEqualTo("1700000000");
        assertThat(request.getHeader("Jiangwen-Signature"))
                .isEqualTo(Signature.webhook(SECRET, 1_700_000_000L, request.getBodyAsString()));
        JsonNode body = JSON.readTree(request.getBodyAsString());
        assertThat(body.get("type").asText()).isEqualTo("ticket.replied");
        assertThat(body.get("number").asText()).isEqualTo("T-2026-000001");
        assertThat(body.get("url").asText()).isEqualTo("https://ask.example/desk#t=1");
    }

    @Test
    void weComWantsATextAndTheKeyInTheAddress() throws IOException {
        answers(aResponse().withStatus(200).withBody("{\"errcode\":0,\"errmsg\":\"ok\"}"));
        new WeComCarrier(new RobotPost(HTTP, JSON)).carry(parcel(null));
        LoggedRequest request = received();
        assertThat(request.getUrl()).isEqualTo("/hook?key=k");
        JsonNode body = JSON.readTree(request.getBodyAsString());
        assertThat(body.get("msgtype").asText()).isEqualTo("text");
        assertThat(body.get("text").get("content").asText()).endsWith("\nhttps://ask.example/desk#t=1");
    }

    @Test
    void dingTalkWantsMillisecondsAndTheSignatureInTheAddress() {
        answers(aResponse().withStatus(200).withBody("{\"errcode\":0,\"errmsg\":\"ok\"}"));
        new DingTalkCarrier(new RobotPost(HTTP, JSON), NOON).carry(parcel(SECRET));
        LoggedRequest request = received();
        assertThat(request.queryParameter("key").firstValue()).isEqualTo("k");
        assertThat(request.queryParameter("timestamp").firstValue()).isEqualTo("1700000000000");
        assertThat(request.queryParameter("sign").firstValue())
                .isEqualTo("Rbmk9NxlOdoy7y0Sbi3CFk4SmwJCu73Nl9AtYaClopU=");
    }

    @Test
    void feishuWantsSecondsAndTheSignatureInTheBody() throws IOException {
        answers(aResponse().withStatus(200).withBody("{\"code\":0,\"msg\":\"success\"}"));
        new FeishuCarrier(new RobotPost(HTTP, JSON), NOON).carry(parcel(SECRET));
        JsonNode body = JSON.readTree(received().getBodyAsString());
        assertThat(body.get("timestamp").asText()).isEqualTo("1700000000");
        assertThat(body.get("sign").asText()).isEqualTo("lkOS29xZEvlkhZuQRisy573+KpzLPbKZVh8mMwr1uzg=");
        assertThat(body.get("msg_type").asText()).isEqualTo("text");
        assertThat(body.get("content").get("text").asText()).contains("T-2026-000001");
    }

    private void answers(ResponseDefinitionBuilder response) {
        platform.resetAll();
        platform.stubFor(post(anyUrl()).willReturn(response));
    }

    /** The only request there was. */
    private LoggedRequest received() {
        assertThat(platform.findAll(postRequestedFor(anyUrl()))).hasSize(1);
        return platform.findAll(postRequestedFor(anyUrl())).getFirst();
    }

    private Parcel parcel(@Nullable String secret) {
        return parcel(platform.baseUrl() + "/hook?key=k", secret);
    }

    private static Parcel parcel(String address, @Nullable String secret) {
        return new Parcel(
                UUID.randomUUID(),
                new Parcel.Destination(address, secret),
                new Parcel.Message(
                        "ticket.replied",
                        "1",
                        OffsetDateTime.parse("2026-11-22T08:00:00Z"),
                        "T-2026-000001",
                        "SOLVED",
                        "匠问提醒",
                        "工单 T-2026-000001 已有答复",
                        URI.create("https://ask.example/desk#t=1")));
    }

    private static HttpPost http(boolean privateAllowed) {
        return new HttpPost(VERTX, new AddressRule(privateAllowed), Duration.ofSeconds(2));
    }
}
