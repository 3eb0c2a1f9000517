package io.jiangwen.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.jiangwen.testsupport.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.jiangwen.account.Announcement;
import io.jiangwen.account.Audience;
import io.jiangwen.account.Role;
import io.jiangwen.account.Statements;
import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.Patience;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.event.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From an announcement to a receiver on this machine, through the service's own workers. */
@QuarkusTest
@Timeout(120)
class DeliveryIT {
    private static final String SECRET = "a secret of the tests";

    private final Callers callers;
    private final Event<Announcement> announcements;
    private final Statements database;
    private final Deliveries deliveries;
    private final WireMockServer receiver = new WireMockServer(options().dynamicPort());
    private Api admin = Callers.NOBODY;

    DeliveryIT(Callers callers, Event<Announcement> announcements, Statements database, Deliveries deliveries) {
        this.callers = callers;
        this.announcements = announcements;
        this.database = database;
        this.deliveries = deliveries;
    }

    @BeforeEach
    void listen() {
        // Loading the shipped articles tells the curators of each.
        callers.awaitKnowledge();
        receiver.start();
        admin = callers.as("admin");
    }

    @AfterEach
    void hangUp() {
        database.update("DELETE FROM outlet");
        receiver.stop();
    }

    @Test
    void anEventReachesItsReceiverOnceAndSigned() {
        outlet("WEBHOOK", "/hook", "account:curator");
        answers("/hook", aResponse().withStatus(204));
        String subject = tell("ticket.opened", Map.of(), Audience.role(Role.CURATOR));
        JsonPath sent = settled(subject, "SENT");
        LoggedRequest request = received("/hook").getFirst();
        assertThat(request.getHeader("Jiangwen-Event-Id")).isEqualTo(sent.getString("delivery.id"));
        assertThat(request.getHeader("Jiangwen-Signature"))
                .isEqualTo(Signature.webhook(
                        SECRET, Long.parseLong(request.getHeader("Jiangwen-Timestamp")), request.getBodyAsString()));
        assertThat(request.getBodyAsString()).contains("T-2026-000001").doesNotContain("marker");
        assertThat(received("/hook")).hasSize(1);
        assertThat(sent.getList("attempts.outcome")).isEqualTo(List.of("TAKEN"));
    }

    @Test
    void whatIsNotForItIsNotToldToIt() {
        outlet("WEBHOOK", "/hook", "role:CURATOR");
        answers("/hook", aResponse().withStatus(200));
        tell("ticket.opened", Map.of(), Audience.role(Role.CRAFTSMAN));
        tell("ticket.nobody_heard_of", Map.of(), Audience.role(Role.CURATOR));
        String last = tell("article.in_review", Map.of(), Audience.role(Role.CURATOR));
        settled(last, "SENT");
        assertThat(received("/hook")).hasSize(1);
    }

    @Test
    void anOutletHearsTheKindsItWantsAsLongAsItIsEnabled() {
        String id = outlet("WEBHOOK", "/hook", "role:CURATOR");
        answers("/hook", aResponse().withStatus(200));
        admin.put("/outlets/" + id, Map.of("kinds", List.of("article.published")))
                .statusCode(200);
        tell("article.in_review", Map.of(), Audience.role(Role.CURATOR));
        settled(tell("article.published", Map.of(), Audience.role(Role.CURATOR)), "SENT");
        admin.put("/outlets/" + id, Map.of("enabled", false)).statusCode(200);
        tell("article.published", Map.of(), Audience.role(Role.CURATOR));
        String trial = admin.post("/outlets/" + id + "/trial", Map.of())
                .statusCode(202)
                .extract()
                .path("delivery");
        await(trial, "SENT");
        assertThat(received("/hook")).hasSize(2);
    }

    @Test
    void whatFailsIsSentAgainUnderTheSameId() {
        outlet("WEBHOOK", "/hook", "role:CURATOR");
        receiver.stubFor(post(urlEqualTo("/hook"))
                .inScenario("weak")
                .whenScenarioStateIs("Started")
                .willReturn(aResponse().withStatus(503))
                .willSetStateTo("well"));
        receiver.stubFor(post(urlEqualTo("/hook"))
                .inScenario("weak")
                .whenScenarioStateIs("well")
                .willReturn(aResponse().withStatus(200)));
        JsonPath sent = settled(tell("ticket.opened", Map.of(), Audience.role(Role.CURATOR)), "SENT");
        assertThat(sent.getList("attempts.outcome")).isEqualTo(List.of("FAILED", "TAKEN"));
        assertThat(received("/hook"))
                .extracting(request -> request.getHeader("Jiangwen-Event-Id"))
                .containsExactly(sent.getString("delivery.id"), sent.getString("delivery.id"));
    }

    @Test
    void whatWasGivenUpIsListedAndTriedAgainWhenSomebodySaysSo() {
        outlet("WEBHOOK", "/hook", "role:CURATOR");
        answers("/hook", aResponse().withStatus(500));
        String subject = tell("ticket.opened", Map.of(), Audience.role(Role.CURATOR));
        JsonPath dead = settled(subject, "DEAD");
        String id = dead.getString("delivery.id");
        assertThat(dead.getList("attempts.detail")).isEqualTo(List.of("HTTP 500", "HTTP 500", "HTTP 500"));
        assertThat(admin.read("/deliveries?state=DEAD&limit=100").getList("items.id", String.class))
                .contains(id);
        answers("/hook", aResponse().withStatus(200));
        admin.post("/deliveries/" + id + "/retry", Map.of()).statusCode(200);
        JsonPath sent = await(id, "SENT");
        assertThat(sent.getInt("delivery.attempts")).isEqualTo(4);
        assertThat(received("/hook").getFirst().getHeader("Jiangwen-Event-Id")).isEqualTo(id);
        refused(409, "delivery-not-dead", admin.post("/deliveries/" + id + "/retry", Map.of()));
    }

    @Test
    void aReceiverThatHangsHoldsNobodyElseBack() {
        outlet("WEBHOOK", "/slow", "role:CURATOR");
        outlet("WEBHOOK", "/quick", "role:CRAFTSMAN");
        answers("/slow", aResponse().withStatus(200).withFixedDelay(60_000));
        answers("/quick", aResponse().withStatus(200));
        for (int i = 0; i < 8; i++) tell("ticket.opened", Map.of(), Audience.role(Role.CURATOR));
        String quick = tell("ticket.opened", Map.of(), Audience.role(Role.CRAFTSMAN));
        settled(quick, "SENT");
        assertThat(received("/slow").size())
                .as("one try at a time for each outlet")
                .isLessThan(8);
    }

    @Test
    void manyEventsArriveOnceEachWithSeveralWorkersAtThem() {
        String id = outlet("WEBHOOK", "/hook", "role:CURATOR");
        outlet("WEBHOOK", "/other", "role:CURATOR");
        answers("/hook", aResponse().withStatus(200));
        answers("/other", aResponse().withStatus(200));
        for (int i = 0; i < 60; i++) tell("ticket.opened", Map.of(), Audience.role(Role.CURATOR));
        Patience.await("all of them sent", () -> Optional.of(count(id, "SENT")).filter(sent -> sent == 60));
        assertThat(received("/hook"))
                .extracting(request -> request.getHeader("Jiangwen-Event-Id"))
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    @Test
    void aRobotIsNotSentMoreThanItsPlatformTakesInAMinute() {
        String id = outlet("DINGTALK", "/robot", "role:CURATOR");
        receiver.stubFor(post(com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo("/robot"))
                .willReturn(aResponse().withStatus(200).withBody("{\"errcode\":0}")));
        for (int i = 0; i < 25; i++) tell("ticket.opened", Map.of(), Audience.role(Role.CURATOR));
        Patience.await(
                "twenty of them sent", () -> Optional.of(count(id, "SENT")).filter(sent -> sent == 20));
        assertThat(deliveries.claim()).as("the others wait").isEmpty();
        assertThat(count(id, "WAITING")).isEqualTo(5);
    }

    @Test
    void nothingOfAConfidentialTicketGoesToAGroup() {
        String group = outlet("WECOM", "/group", "account:dispatcher");
        outlet("WEBHOOK", "/system", "account:dispatcher");
        answers("/group", aResponse().withStatus(200).withBody("{\"errcode\":0}"));
        answers("/system", aResponse().withStatus(200));
        UUID dispatcher = database.first(
                        "SELECT id FROM account WHERE login = 'dispatcher'", row -> row.getObject("id", UUID.class))
                .orElseThrow();
        String secret = tell("ticket.opened", Map.of("confidential", true), Audience.account(dispatcher));
        settled(secret, "SENT");
        settled(tell("ticket.opened", Map.of("confidential", false), Audience.account(dispatcher)), "SENT");
        Patience.await(
                "the open one sent", () -> Optional.of(count(group, "SENT")).filter(sent -> sent == 1));
        assertThat(received("/system")).hasSize(2);
        assertThat(received("/group")).hasSize(1);
    }

    @Test
    void neitherKeyNorSecretIsShown() {
        String id = outlet("WECOM", "/group?key=topmost", "role:CURATOR");
        for (String shown : List.of(
                admin.get("/outlets/" + id).extract().asString(),
                admin.get("/outlets").extract().asString()))
            assertThat(shown).contains("localhost").doesNotContain("topmost").doesNotContain(SECRET);
    }

    /** Tells of a subject of its own, which is returned. */
    private String tell(String type, Map<String, Object> more, Audience audience) {
        String subject = UUID.randomUUID().toString();
        Map<String, Object> data = new HashMap<>(more);
        data.put("number", "T-2026-000001");
        data.put("reason", "marker of the tests");
        QuarkusTransaction.requiringNew()
                .run(() -> announcements.fire(new Announcement(type, subject, data, audience)));
        return subject;
    }

    private String outlet(String channel, String path, String hears) {
        Map<String, Object> form = Map.of(
                "name",
                "robot of the tests",
                "channel",
                channel,
                "address",
                "http://localhost:" + receiver.port() + path,
                "secret",
                SECRET,
                "hears",
                hears);
        return admin.post("/outlets", form).statusCode(201).extract().path("id");
    }

    private void answers(String path, ResponseDefinitionBuilder response) {
        receiver.resetRequests();
        receiver.stubFor(post(urlEqualTo(path)).willReturn(response));
    }

    private List<LoggedRequest> received(String path) {
        return receiver.findAll(postRequestedFor(urlEqualTo(path)));
    }

    private int count(String outlet, String state) {
        return database.first(
                        "SELECT count(*) FROM delivery WHERE outlet_id = CAST(? AS uuid) AND state = ?",
                        row -> row.getInt(1),
                        outlet,
                        state)
                .orElseThrow();
    }

    /** The story of the delivery of a subject, as soon as it is in this state. */
    private JsonPath settled(String subject, String state) {
        String id = Patience.await(
                "a delivery of " + subject,
                () -> database.first("SELECT id FROM delivery WHERE subject = ?", row -> row.getString("id"), subject));
        return await(id, state);
    }

    private JsonPath await(String delivery, String state) {
        return Patience.await(delivery + " " + state, () -> Optional.of(admin.read("/deliveries/{id}", delivery))
                .filter(story -> story.getString("delivery.state").equals(state)));
    }
}
