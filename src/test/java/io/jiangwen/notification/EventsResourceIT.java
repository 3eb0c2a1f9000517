package io.jiangwen.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jiangwen.account.Announcement;
import io.jiangwen.account.Audience;
import io.jiangwen.account.Role;
import io.jiangwen.testsupport.EventStream;
import io.jiangwen.testsupport.ServerEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Timeout(120)
class EventsResourceIT {
    private final Event<Announcement> announcements;
    private final LiveStreams streams;
    private final OutboxReader outbox;
    private final ObjectMapper json;
    private final OutboxCleanup cleanup;
    private final DataSource dataSource;

    EventsResourceIT(
            Event<Announcement> announcements,
            LiveStreams streams,
            OutboxReader outbox,
            ObjectMapper json,
            OutboxCleanup cleanup,
            DataSource dataSource) {
        this.cleanup = cleanup;
        this.dataSource = dataSource;
        this.announcements = announcements;
        this.streams = streams;
        this.outbox = outbox;
        this.json = json;
    }

    @Test
    void anEventReachesThoseItIsForAndNobodyElse() throws Exception {
        String subject = UUID.randomUUID().toString();
        try (EventStream craftsman = stream("craftsman", null);
                EventStream asker = stream("asker", null)) {
            tell(subject, Audience.role(Role.CRAFTSMAN));
            tell("to-asker", Audience.role(Role.ASKER));
            ServerEvent received = craftsman.next(subject);
            JsonNode body = json.readTree(received.data());
            assertThat(received.event()).isEqualTo("ticket.opened");
            assertThat(body.get("seq").asLong()).isEqualTo(received.id());
            assertThat(body.get("type").asText()).isEqualTo("ticket.opened");
            assertThat(body.get("subject").asText()).isEqualTo(subject);
            assertThat(body.get("data").get("number").asText()).isEqualTo("T-2026-000001");
            assertThat(body.get("at").asText()).isNotEmpty();
            assertThat(json.readTree(asker.next("to-asker").data())
                            .get("subject")
                            .asText())
                    .isEqualTo("to-asker");
        }
    }

    @Test
    void theStreamIsNotBufferedOnItsWay() throws Exception {
        try (EventStream stream = stream("craftsman", null)) {
            assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.comments())
                    .as("a comment says at once that it is live")
                    .isPositive();
        }
    }

    @Test
    void everyEventArrivesOnceAndInOrderAcrossReconnects() throws Exception {
        int writers = 8;
        int each = 25;
        List<Long> read = new ArrayList<>();
        Set<String> subjects = new TreeSet<>();
        long cursor = outbox.newest();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            for (int writer = 0; writer < writers; writer++) {
                String name = "writer-" + writer + "-";
                threads.execute(() -> {
                    for (int i = 0; i < each; i++) tell(name + i, Audience.role(Role.CURATOR));
                });
            }
            while (read.size() < writers * each) {
                try (EventStream stream = stream("curator", cursor)) {
                    for (int i = 0; i < 37 && read.size() < writers * each; i++) {
                        ServerEvent received = stream.next("writer-");
                        read.add(received.id());
                        subjects.add(
                                json.readTree(received.data()).get("subject").asText());
                        cursor = received.id();
                    }
                }
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(read).isSorted().doesNotHaveDuplicates();
        assertThat(subjects).hasSize(writers * each);
    }

    /** Away for a minute, an hour and a day: the clock is moved by making what was told older. */
    @ParameterizedTest
    @ValueSource(strings = {"1 minute", "1 hour", "1 day"})
    void whoWasAwayReceivesEveryEventOnce(String away) throws Exception {
        String prefix = "away-" + UUID.randomUUID() + "-";
        long cursor = outbox.newest();
        for (int i = 0; i < 120; i++) tell(prefix + i, Audience.role(Role.CURATOR));
        age(cursor, away);
        cleanup.clean();
        List<String> subjects = new ArrayList<>();
        try (EventStream stream = stream("curator", cursor)) {
            while (subjects.size() < 120)
                subjects.add(
                        json.readTree(stream.next(prefix).data()).get("subject").asText());
            tell(prefix + "live", Audience.role(Role.CURATOR));
            assertThat(stream.next(prefix).data()).contains(prefix + "live");
        }
        assertThat(subjects)
                .containsExactlyElementsOf(
                        IntStream.range(0, 120).mapToObj(i -> prefix + i).toList());
    }

    private void age(long after, String interval) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement older = connection.prepareStatement(
                        "UPDATE outbox_event SET at = at - CAST(? AS interval) WHERE seq > ?")) {
            older.setString(1, interval);
            older.setLong(2, after);
            assertThat(older.executeUpdate()).isPositive();
        }
    }

    @Test
    void whatIsUndoneIsNeverTold() {
        long before = outbox.newest();
        QuarkusTransaction.begin();
        announcements.fire(announcement("undone", Audience.role(Role.CRAFTSMAN)));
        QuarkusTransaction.rollback();
        assertThat(outbox.after(before, Set.of("role:CRAFTSMAN"), 100))
                .noneMatch(event -> event.subject().equals("undone"));
    }

    @Test
    void nothingIsToldOutsideATransaction() {
        assertThatThrownBy(() -> announcements.fire(announcement("loose", Audience.role(Role.CRAFTSMAN))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aClosedStreamReleasesEverything() throws Exception {
        awaitNoStream();
        EventStream stream = stream("dispatcher", null);
        assertThat(streams.size()).isEqualTo(1);
        stream.close();
        awaitNoStream();
    }

    @Test
    void aStrangeLastEventIdIsRefusedAndAFutureOneMeansThePresent() throws Exception {
        given().header("Authorization", "Bearer " + token("craftsman"))
                .header("Last-Event-ID", "yesterday")
                .accept("text/event-stream")
                .get("/api/v1/events")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-last-event-id"));
        try (EventStream stream = stream("craftsman", Long.MAX_VALUE)) {
            tell("now", Audience.role(Role.CRAFTSMAN));
            assertThat(stream.next("now").data()).contains("\"now\"");
        }
    }

    @Test
    void nobodyListensWithoutAToken() {
        given().accept("text/event-stream").get("/api/v1/events").then().statusCode(401);
        given().header("Authorization", "Bearer nonsense")
                .accept("text/event-stream")
                .get("/api/v1/events")
                .then()
                .statusCode(401);
    }

    /** A fact of the server, true within moments after readers have gone; the timeout of the test bounds the wait. */
    private void awaitNoStream() {
        while (streams.size() > 0) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }

    private void tell(String subject, Audience audience) {
        QuarkusTransaction.requiringNew().run(() -> announcements.fire(announcement(subject, audience)));
    }

    private static Announcement announcement(String subject, Audience audience) {
        return new Announcement("ticket.opened", subject, Map.of("number", "T-2026-000001"), audience);
    }

    private static EventStream stream(String login, @Nullable Long lastEventId) throws Exception {
        return EventStream.open(token(login), lastEventId);
    }

    private static String token(String login) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("login", login, "password", "jiangwen-demo"))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }
}
