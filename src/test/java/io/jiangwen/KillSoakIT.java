package io.jiangwen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.EventStream;
import io.jiangwen.testsupport.ServerEvent;
import io.jiangwen.testsupport.Soak;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The process is killed at every write of opening, claiming, replying, confirming and approving. After a restart the
 * caller sends the same request again: nothing is lost, nothing is there twice, and every ticket can go on.
 */
class KillSoakIT {
    private static final Logger LOG = Logger.getLogger(KillSoakIT.class);

    /** Every write in the full suite, every tenth otherwise. */
    private static final int STRIDE = 10 / Soak.times(10);

    private final int portBefore = RestAssured.port;

    /** One request, what must stand before it, and what must be true after it was sent again. */
    private enum Operation {
        OPEN,
        CLAIM,
        REPLY,
        CONFIRM,
        APPROVE
    }

    private static final class Bench {
        final Api asker = Callers.logIn("asker");
        final Api craftsman = Callers.logIn("craftsman");
        final Api curator = Callers.logIn("curator");
        final WritePoints points;

        Bench(WritePoints points) {
            this.points = points;
        }

        /** What an operation works on: a question of its own, and the ticket once there is one. */
        record Work(String question, String ticket, String key) {}

        Work prepare(Operation operation) {
            String question = "长径比大于20的细长轴怎么车？编号 " + UUID.randomUUID();
            String ticket = operation == Operation.OPEN
                    ? ""
                    : open(question, UUID.randomUUID().toString());
            if (operation.compareTo(Operation.CLAIM) > 0)
                call(Operation.CLAIM, new Work(question, ticket, "c" + ticket));
            if (operation.compareTo(Operation.REPLY) > 0)
                call(Operation.REPLY, new Work(question, ticket, "r" + ticket));
            if (operation.compareTo(Operation.CONFIRM) > 0)
                call(Operation.CONFIRM, new Work(question, ticket, "f" + ticket));
            return new Work(question, ticket, UUID.randomUUID().toString());
        }

        void call(Operation operation, Work work) {
            switch (operation) {
                case OPEN -> open(work.question(), work.key());
                case CLAIM -> send(craftsman, work, "/tickets/" + work.ticket() + "/claim", Map.of());
                case REPLY ->
                    send(
                            craftsman,
                            work,
                            "/tickets/" + work.ticket() + "/reply",
                            Map.of("epoch", 1, "text", "反向走刀，用跟刀架。"));
                case CONFIRM ->
                    send(
                            asker,
                            work,
                            "/tickets/" + work.ticket() + "/confirm",
                            Map.of("solved", true, "consent", true));
                case APPROVE -> approve(work);
            }
        }

        private void approve(Work work) {
            String article = article(work);
            String state = curator.read("/articles/{id}", article).getString("state");
            if (state.equals("PUBLISHED")) return;
            send(curator, work, "/articles/" + article + "/approve", Map.of("version", 1));
        }

        private String open(String question, String key) {
            return asker.request()
                    .header("Idempotency-Key", key)
                    .body(Map.of("question", question))
                    .post("/tickets")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }

        private static ValidatableResponse send(Api who, Work work, String path, Map<String, Object> body) {
            return who.request()
                    .header("Idempotency-Key", work.key())
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(oneOf(200, 201));
        }

        String article(Work work) {
            return curator.read("/articles?ticket={id}", work.ticket()).getString("items[0].id");
        }

        void check(Operation operation, Work work) throws SQLException {
            String ticket = operation == Operation.OPEN ? ticketOf(work.question()) : work.ticket();
            String told = "SELECT count(*) FROM outbox_event WHERE subject = '" + ticket + "' AND type = 'ticket.";
            String entries = "SELECT count(*) FROM ticket_event WHERE ticket_id = '" + ticket + "' AND event = '";
            switch (operation) {
                case OPEN -> {
                    once("SELECT count(*) FROM ticket WHERE question = '" + work.question() + "'");
                    once("SELECT count(*) FROM turn WHERE question = '" + work.question() + "'");
                    once(told + "opened'");
                    craftsman.post("/tickets/" + ticket + "/claim", Map.of()).statusCode(200);
                }
                case CLAIM -> {
                    once(told + "claimed'");
                    once(entries + "CLAIM'");
                    craftsman
                            .get("/tickets/{id}", ticket)
                            .body("state", equalTo("ASSIGNED"))
                            .body("epoch", equalTo(1));
                }
                case REPLY -> {
                    once(told + "replied'");
                    once(entries + "REPLY'");
                    once("SELECT count(*) FROM ticket_message WHERE ticket_id = '" + ticket + "'");
                    asker.get("/tickets/{id}", ticket).body("you.mayConfirm", equalTo(true));
                }
                case CONFIRM -> {
                    once(told + "closed'");
                    once("SELECT count(*) FROM article WHERE ticket_id = '" + ticket + "'");
                    asker.get("/tickets/{id}", ticket).body("closedAs", equalTo("CONFIRMED"));
                    assertThat(curator.read("/articles?ticket={id}", ticket).getList("items.state"))
                            .isEqualTo(List.of("IN_REVIEW"));
                }
                case APPROVE -> {
                    String article = article(work);
                    once("SELECT count(*) FROM outbox_event WHERE subject = '" + article
                            + "' AND type = 'article.published'");
                    assertThat(points.number("SELECT count(*) FROM passage WHERE article_id = '" + article + "'"))
                            .isPositive();
                }
            }
        }

        private String ticketOf(String question) {
            return asker.read("/tickets?q={q}", question.substring(question.length() - 36))
                    .getString("items[0].id");
        }

        private void once(String sql) throws SQLException {
            assertThat(points.number(sql)).as(sql).isEqualTo(1);
        }
    }

    @AfterEach
    void pointBack() {
        RestAssured.port = portBefore;
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void nothingIsLostOrDoubledWhereverTheProcessDies() throws Exception {
        assumeTrue(Files.exists(PackagedService.JAR), "the package is built by Maven before this test");
        try (PackagedService service = PackagedService.onFreshDatabase("jiangwen_kill");
                WritePoints points = new WritePoints(service.database())) {
            RestAssured.port = service.port();
            Bench bench = new Bench(points);
            long cursor = points.number("SELECT coalesce(max(seq), 0) FROM outbox_event");
            int kills = 0;
            int seen = 0;
            for (Operation operation : Operation.values()) {
                int writes = writesOf(operation, bench);
                assertThat(writes).as("writes of %s", operation).isGreaterThan(2);
                for (int point = 1; point <= writes; point++) {
                    if (seen++ % STRIDE != 0) continue;
                    kill(service, bench, operation, point);
                    kills++;
                }
            }
            LOG.infof("killed at %s of %s writes", kills, seen);
            assertThat(kills).isGreaterThan(3);
            everyEventArrivesOnce(bench, cursor);
        }
    }

    private static int writesOf(Operation operation, Bench bench) throws SQLException {
        Bench.Work work = bench.prepare(operation);
        bench.points.count();
        bench.call(operation, work);
        return bench.points.counted();
    }

    private static void kill(PackagedService service, Bench bench, Operation operation, int point) throws Exception {
        Bench.Work work = bench.prepare(operation);
        bench.points.stopAt(point);
        CompletableFuture<Void> attempt = CompletableFuture.runAsync(
                () -> bench.call(operation, work),
                // A thread of its own sees the classes of this test; those of the common pool, of whichever test made
                // them.
                command -> Thread.ofPlatform().daemon().start(command));
        while (!bench.points.hasStopped()) {
            if (attempt.isDone()) {
                attempt.join();
                fail("%s went through without write %s", operation, point);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        service.kill();
        assertThat(attempt).failsWithin(Duration.ofSeconds(30));
        bench.points.release();
        service.awaitNoSession();
        bench.points.hold();
        service.startAgain();
        bench.points.forgetUnanswered();
        bench.call(operation, work);
        bench.check(operation, work);
    }

    /** A reader who was away through all the restarts. */
    private static void everyEventArrivesOnce(Bench bench, long cursor) throws Exception {
        String last = bench.prepare(Operation.CLAIM).ticket();
        int expected = bench.points.number(
                "SELECT count(*) FROM outbox_event WHERE seq > " + cursor + " AND type = 'ticket.opened'");
        try (EventStream stream = bench.asker.events(cursor)) {
            List<ServerEvent> events = stream.until(last);
            assertThat(events).extracting(ServerEvent::id).isSorted().doesNotHaveDuplicates();
            assertThat(events.stream().filter(event -> event.event().equals("ticket.opened")))
                    .hasSize(expected);
        }
    }
}
