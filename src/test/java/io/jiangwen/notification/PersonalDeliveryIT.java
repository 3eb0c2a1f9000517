package io.jiangwen.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.jiangwen.account.Announcement;
import io.jiangwen.account.Audience;
import io.jiangwen.account.CallerId;
import io.jiangwen.account.Statements;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.Patience;
import io.jiangwen.testsupport.ScriptedSmtp;
import io.jiangwen.testsupport.ScriptedSmtp.Mood;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** E-mails and text messages to people, through a mail server and a gateway on this machine. */
@QuarkusTest
@WithTestResource(value = PersonalDeliveryIT.Servers.class, scope = TestResourceScope.GLOBAL)
@Timeout(180)
class PersonalDeliveryIT {
    private final Callers callers;
    private final Event<Announcement> announcements;
    private final Statements database;

    // Both listen from before the first test to after the last: a port that is closed and opened again at once may
    // still
    // hold connections that nobody answers.
    @SuppressWarnings("NullAway.Init")
    private static WireMockServer gateway;

    @SuppressWarnings("NullAway.Init")
    private static ScriptedSmtp mail;

    PersonalDeliveryIT(Callers callers, Event<Announcement> announcements, Statements database) {
        this.callers = callers;
        this.announcements = announcements;
        this.database = database;
    }

    /** Ports for a mail server and a gateway, chosen before the service starts; the tests of this class listen there. */
    public static class Servers implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            int sms = freePort();
            return Map.of(
                    "quarkus.mailer.port", Integer.toString(freePort()),
                    "quarkus.mailer.host", "127.0.0.1",
                    "quarkus.mailer.start-tls", "DISABLED",
                    "quarkus.mailer.from", "jiangwen@example.cn",
                    "jiangwen.notification.delivery.smtp-host", "127.0.0.1",
                    "jiangwen.notification.delivery.sms-url", "http://127.0.0.1:" + sms + "/sms",
                    "jiangwen.notification.delivery.sms-secret", "a secret of the tests",
                    "jiangwen.test.sms-port", Integer.toString(sms));
        }

        @Override
        public void stop() {}

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeAll
    static void listen() throws IOException {
        mail = ScriptedSmtp.on(number("quarkus.mailer.port"));
        gateway = new WireMockServer(options().port(number("jiangwen.test.sms-port")));
        gateway.start();
    }

    @AfterAll
    static void hangUp() throws IOException {
        gateway.stop();
        mail.close();
    }

    @BeforeEach
    void nothingHasCome() {
        mail.forget();
        gateway.resetAll();
        gateway.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(200)));
    }

    @AfterEach
    void nobodyChoseAnything() {
        database.update("DELETE FROM delivery_preference");
    }

    @Test
    void anAskerIsWrittenToWhenThereIsAReplyAndNothingOfItLeaves() {
        prefer("asker", "wang@example.cn", null, null);
        String delivery = settled(tell("ticket.replied", account("asker")), "EMAIL", "SENT");
        assertThat(mail.messages()).hasSize(1);
        String message = mail.messages().getFirst();
        assertThat(message)
                .contains("To: wang@example.cn")
                .contains("From: jiangwen@example.cn")
                .contains("Message-ID: <" + delivery + "@jiangwen>")
                .contains("Jiangwen-Event-Id: " + delivery)
                .contains("Auto-Submitted: auto-generated")
                .doesNotContain("marker");
        assertThat(gateway.findAll(postRequestedFor(anyUrl()))).isEmpty();
    }

    @Test
    void aTextMessageIsHandedToTheGatewaySigned() {
        prefer("asker", null, "138 0000 0001", null);
        settled(tell("ticket.replied", account("asker")), "SMS", "SENT");
        var request = gateway.findAll(postRequestedFor(anyUrl())).getFirst();
        assertThat(request.getBodyAsString()).contains("\"to\":\"13800000001\"").contains("T-2026-000001");
        assertThat(request.getHeader("Jiangwen-Signature"))
                .isEqualTo(Signature.webhook(
                        "a secret of the tests",
                        Long.parseLong(request.getHeader("Jiangwen-Timestamp")),
                        request.getBodyAsString()));
    }

    @Test
    void whatTheMailServerDefersIsSentAgainWithTheSameMessageId() {
        prefer("asker", "wang@example.cn", null, null);
        mail.be(Mood.DEFERS);
        String subject = tell("ticket.replied", account("asker"));
        Patience.await("the first try", () -> mail.messages().stream().findFirst());
        mail.be(Mood.TAKES);
        String delivery = settled(subject, "EMAIL", "SENT");
        assertThat(mail.messages()).hasSizeGreaterThan(1).allMatch(message -> message.contains("<" + delivery + "@"));
    }

    @Test
    void whatTheMailServerNeverTakesIsGivenUp() {
        prefer("asker", "wang@example.cn", null, null);
        for (Mood mood : List.of(Mood.REJECTS, Mood.HANGS_UP, Mood.HANGS)) {
            mail.be(mood);
            settled(tell("ticket.replied", account("asker")), "EMAIL", "DEAD");
        }
    }

    @Test
    void nobodyIsToldWhatHeDidNotChooseOrWasNotFor() {
        prefer("asker", "wang@example.cn", null, List.of(Map.of("kind", "ticket.closed", "channel", "EMAIL")));
        prefer("asker2", "li@example.cn", null, null);
        tell("ticket.replied", account("asker"));
        settled(tell("ticket.closed", account("asker")), "EMAIL", "SENT");
        assertThat(mail.messages()).hasSize(1);
        assertThat(mail.messages().getFirst()).contains("wang@example.cn");
    }

    @Test
    void whoeverChangesHisMindInBetweenIsNotWrittenTo() {
        prefer("asker", "wang@example.cn", null, null);
        mail.be(Mood.DEFERS);
        String subject = tell("ticket.replied", account("asker"));
        Patience.await("the first try", () -> mail.messages().stream().findFirst());
        prefer("asker", "wang@example.cn", null, List.of());
        settled(subject, "EMAIL", "DROPPED");
    }

    @Test
    void aVisitorIsReachedByWhatHeAgreedTo() {
        for (boolean agreed : new boolean[] {true, false}) {
            UUID visitor = visitor("王工 wang.v@example.cn", agreed);
            String subject = tell("ticket.replied", Audience.of(new CallerId.VisitorId(visitor)));
            if (agreed) settled(subject, "EMAIL", "SENT");
        }
        prefer("asker2", "li@example.cn", null, null);
        settled(tell("ticket.replied", account("asker2")), "EMAIL", "SENT");
        assertThat(mail.messages().stream().filter(message -> message.contains("wang.v@example.cn")))
                .hasSize(1);
    }

    private UUID visitor(String contact, boolean agreed) {
        UUID id = UUID.randomUUID();
        database.update(
                "INSERT INTO visitor (id, site, contact, consent_at, created_at) VALUES (?, 'demo', ?, CASE WHEN ? THEN now() END, now())",
                id,
                agreed ? contact : null,
                agreed);
        return id;
    }

    private void prefer(
            String login, @Nullable String email, @Nullable String phone, @Nullable List<Map<String, String>> choices) {
        Map<String, @Nullable Object> said = new HashMap<>();
        said.put("email", email);
        said.put("phone", phone);
        said.put("workingHours", false);
        said.put("choices", choices);
        callers.as(login).put("/notifications/preferences", said).statusCode(200);
    }

    private Audience account(String login) {
        return Audience.account(
                database.first("SELECT id FROM account WHERE login = ?", row -> row.getObject("id", UUID.class), login)
                        .orElseThrow());
    }

    private String tell(String type, Audience audience) {
        String subject = UUID.randomUUID().toString();
        Map<String, Object> data = Map.of("number", "T-2026-000001", "reason", "marker of the tests");
        QuarkusTransaction.requiringNew()
                .run(() -> announcements.fire(new Announcement(type, subject, data, audience)));
        return subject;
    }

    /** The id of the delivery of a subject, as soon as it is in this state. */
    private String settled(String subject, String channel, String state) {
        return Patience.await(
                subject + " " + state,
                () -> database.first(
                        "SELECT id FROM delivery WHERE subject = ? AND channel = ? AND state = ?",
                        row -> Objects.requireNonNull(row.getString("id")),
                        subject,
                        channel,
                        state));
    }

    private static int number(String key) {
        return ConfigProvider.getConfig().getValue(key, Integer.class);
    }
}
