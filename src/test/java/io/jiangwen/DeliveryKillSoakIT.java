package io.jiangwen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.Patience;
import io.jiangwen.testsupport.Soak;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The process is killed while a receiver has a webhook and has not answered, and between its answer and the note of it.
 * After a restart the webhook comes once more, under the same id, and no other comes twice.
 */
class DeliveryKillSoakIT {
    /** At least one kill of each kind. */
    private static final int KILLS = Math.max(2, Soak.times(10));

    private static final Map<String, String> SETTINGS =
            Map.of("JIANGWEN_DELIVERY_PRIVATE", "true", "JIANGWEN_NOTIFICATION_DELIVERY_LEASE", "3s");

    private final int portBefore = RestAssured.port;

    /** Takes webhooks; one that is awaited is not answered until it is let go. */
    private static final class Receiver implements AutoCloseable {
        private final List<String> received = new CopyOnWriteArrayList<>();
        private final Semaphore arrived = new Semaphore(0);
        private final Semaphore letGo = new Semaphore(0);
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final HttpServer server;
        private volatile boolean stopsNext;

        Receiver() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", this::take);
            server.start();
        }

        String address() {
            return "http://localhost:" + server.getAddress().getPort() + "/hook";
        }

        void stopNext() {
            stopsNext = true;
        }

        void awaitArrival() throws InterruptedException {
            assertThat(arrived.tryAcquire(5, TimeUnit.MINUTES)).isTrue();
        }

        private void take(HttpExchange exchange) throws IOException {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                boolean stops = stopsNext;
                stopsNext = false;
                received.add(exchange.getRequestHeaders().getFirst("Jiangwen-Event-Id"));
                if (stops) {
                    arrived.release();
                    letGo.acquireUninterruptibly();
                }
                exchange.sendResponseHeaders(204, -1);
            }
        }

        @Override
        public void close() {
            letGo.release(100);
            server.stop(0);
            threads.close();
        }
    }

    @AfterEach
    void pointBack() {
        RestAssured.port = portBefore;
    }

    @Test
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void aWebhookComesOnceMoreForEachKillAndNoOtherComesTwice() throws Exception {
        assumeTrue(Files.exists(PackagedService.JAR), "the package is built by Maven before this test");
        try (PackagedService service = PackagedService.onFreshDatabase("jiangwen_kill_delivery", SETTINGS);
                Receiver receiver = new Receiver();
                Connection database = service.database()) {
            RestAssured.port = service.port();
            Callers.logIn("admin")
                    .post(
                            "/outlets",
                            Map.of(
                                    "name", "receiver",
                                    "channel", "WEBHOOK",
                                    "address", receiver.address(),
                                    "secret", "a secret of the tests",
                                    "hears", "role:CRAFTSMAN",
                                    "kinds", List.of("ticket.opened")))
                    .statusCode(201);
            for (int kill = 0; kill < KILLS; kill++) kill(service, receiver, database, kill % 2 == 0);
            settle(database);
            assertThat(receiver.received.stream().distinct()).hasSize(KILLS);
            assertThat(receiver.received).hasSize(2 * KILLS);
            assertThat(number(database, "SELECT count(*) FROM delivery")).isEqualTo(KILLS);
            assertThat(number(database, "SELECT count(*) FROM delivery_attempt WHERE outcome IS NULL"))
                    .as("tries that were cut off")
                    .isEqualTo(KILLS);
        }
    }

    /** @param unanswered whether the receiver has not answered yet; else only the note of its answer is missing */
    private static void kill(PackagedService service, Receiver receiver, Connection database, boolean unanswered)
            throws Exception {
        Api asker = Callers.logIn("asker");
        receiver.stopNext();
        asker.post("/tickets", Map.of("question", "细长轴怎么车？编号 " + UUID.randomUUID()))
                .statusCode(201);
        receiver.awaitArrival();
        int before = receiver.received.size();
        try (Statement lock = database.createStatement()) {
            database.setAutoCommit(false);
            if (!unanswered) {
                lock.execute("SELECT id FROM delivery WHERE lease_until IS NOT NULL FOR UPDATE");
                receiver.letGo.release();
                Patience.await("the note of the answer held up", () -> held(lock));
            }
            service.kill();
            database.rollback();
            database.setAutoCommit(true);
        }
        if (unanswered) receiver.letGo.release();
        service.awaitNoSession();
        service.startAgain();
        Patience.await(
                "it came once more", () -> Optional.of(receiver.received.size()).filter(now -> now > before));
        assertThat(receiver.received.getLast()).isEqualTo(receiver.received.get(before - 1));
        settle(database);
    }

    private static void settle(Connection database) {
        Patience.await("everything is sent", () -> {
            try {
                return Optional.of(number(database, "SELECT count(*) FROM delivery WHERE state <> 'SENT'"))
                        .filter(left -> left == 0);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Who waits is read afresh: a transaction else goes on seeing what it saw first. */
    private static Optional<Integer> held(Statement statement) {
        try {
            statement.execute("SELECT pg_stat_clear_snapshot()");
            return waiting(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Integer> waiting(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
                + " WHERE wait_event_type = 'Lock' AND query LIKE '%UPDATE delivery SET state%'")) {
            row.next();
            return Optional.of(row.getInt(1)).filter(held -> held > 0);
        }
    }

    private static int number(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
