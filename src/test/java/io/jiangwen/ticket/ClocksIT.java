package io.jiangwen.ticket;

import static io.jiangwen.testsupport.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.jiangwen.account.Statements;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clocks of tickets against a real database: what starts, pauses and stops them, and what happens when they run out. */
@QuarkusTest
class ClocksIT {
    private final Workshop workshop;
    private final Statements database;
    private final ClockWatch watch;
    private final Breaches breaches;
    private final DueTickets due;

    ClocksIT(Workshop workshop, Statements database, ClockWatch watch, Breaches breaches, DueTickets due) {
        this.workshop = workshop;
        this.database = database;
        this.watch = watch;
        this.breaches = breaches;
        this.due = due;
    }

    @Test
    void clocksFollowTheTicketFromOpeningToTheEnd() {
        String id = workshop.opened();
        clocks(id, Map.of("CLAIM", "RUNNING", "FIRST_REPLY", "RUNNING", "RESOLUTION", "RUNNING"));
        workshop.as("craftsman").post("/api/v1/tickets/" + id + "/claim").then().statusCode(200);
        clocks(id, Map.of("CLAIM", "STOPPED", "FIRST_REPLY", "RUNNING", "RESOLUTION", "RUNNING"));
        post("craftsman", id, "ask-back", Map.of("epoch", 1, "text", "什么材料？")).statusCode(200);
        clocks(id, Map.of("CLAIM", "STOPPED", "FIRST_REPLY", "STOPPED", "RESOLUTION", "PAUSED"));
        post("asker", id, "answer", Map.of("text", "45 钢")).statusCode(200);
        clocks(
                id,
                Map.of("CLAIM", "STOPPED", "FIRST_REPLY", "STOPPED", "NEXT_REPLY", "RUNNING", "RESOLUTION", "RUNNING"));
        post("craftsman", id, "hold", Map.of("epoch", 1, "waitingFor", "PART", "reason", "等跟刀架"))
                .statusCode(200);
        clocks(
                id,
                Map.of("CLAIM", "STOPPED", "FIRST_REPLY", "STOPPED", "NEXT_REPLY", "PAUSED", "RESOLUTION", "PAUSED"));
        post("craftsman", id, "resume", Map.of("epoch", 1)).statusCode(200);
        post("craftsman", id, "reply", Map.of("epoch", 1, "text", "反向走刀。")).statusCode(200);
        Map<String, String> replied = Map.of(
                "CLAIM", "STOPPED",
                "FIRST_REPLY", "STOPPED",
                "NEXT_REPLY", "STOPPED",
                "RESOLUTION", "STOPPED",
                "CONFIRMATION", "RUNNING");
        clocks(id, replied);
        post("craftsman", id, "undo", Map.of("epoch", 1)).statusCode(200);
        clocks(
                id,
                Map.of(
                        "CLAIM", "STOPPED",
                        "FIRST_REPLY", "STOPPED",
                        "NEXT_REPLY", "RUNNING",
                        "RESOLUTION", "RUNNING",
                        "CONFIRMATION", "STOPPED"));
        post("craftsman", id, "reply", Map.of("epoch", 1, "text", "反向走刀，用跟刀架。")).statusCode(200);
        post("asker", id, "confirm", Map.of("solved", false, "comment", "还是弯")).statusCode(200);
        clocks(
                id,
                Map.of(
                        "CLAIM", "STOPPED",
                        "FIRST_REPLY", "STOPPED",
                        "NEXT_REPLY", "RUNNING",
                        "RESOLUTION", "RUNNING",
                        "CONFIRMATION", "STOPPED"));
    }

    @Test
    void onlyThoseWhoKeepClocksSeeThem() {
        String id = workshop.claimed();
        get("asker", id).body("clocks", empty());
        get("craftsman", id).body("clocks.clock", hasItem("RESOLUTION")).body("priority", equalTo("NORMAL"));
        get("dispatcher", id).body("clocks.clock", hasItem("RESOLUTION"));
        get("admin", id).body("clocks.clock", hasItem("RESOLUTION"));
        String open = workshop.opened();
        get("craftsman2", open).body("clocks", empty());
    }

    @Test
    void aTicketThatNobodyTakesRisesLevelByLevelToTheAdministrators() {
        String id = workshop.opened();
        overdue(id, "CLAIM");
        watch.run();
        assertThat(told(id, "ticket.raised")).hasSize(1);
        get("dispatcher", id).body("level", equalTo(1)).body("state", equalTo("OPEN"));
        for (int level = 2; level <= 4; level++) {
            overdue(id, "CLAIM");
            watch.run();
            get("dispatcher", id).body("level", equalTo(level));
        }
        List<List<String>> told = told(id, "ticket.raised");
        assertThat(told).hasSize(4);
        assertThat(told.get(0))
                .contains("account:" + workshop.account("dispatcher"))
                .doesNotContain("role:CRAFTSMAN");
        assertThat(told.get(2)).contains("role:CRAFTSMAN").doesNotContain("role:ADMINISTRATOR");
        assertThat(told.get(3)).contains("role:ADMINISTRATOR");
        assertThat(journalled(id, "BREACH")).isEqualTo(4);
        overdue(id, "CLAIM");
        watch.run();
        watch.run();
        assertThat(journalled(id, "BREACH"))
                .as("the last level has one end more")
                .isEqualTo(5);
        get("dispatcher", id).body("level", equalTo(4));
    }

    @Test
    void theFirstLevelOffersTheTicketBeyondItsTrade() {
        String id =
                workshop.open("asker", "车削 turning-milling 细长轴怎么办？", false).id().toString();
        UUID craftsman2 = workshop.account("craftsman2");
        database.update(
                "DELETE FROM ticket_offer WHERE ticket_id = ? AND account_id = ?", UUID.fromString(id), craftsman2);
        overdue(id, "CLAIM");
        watch.run();
        assertThat(database.list(
                        "SELECT account_id FROM ticket_offer WHERE ticket_id = ?",
                        row -> row.getObject(1, UUID.class),
                        UUID.fromString(id)))
                .contains(craftsman2);
        assertThat(told(id, "ticket.offered"))
                .anySatisfy(audience -> assertThat(audience).containsExactly("account:" + craftsman2));
    }

    @Test
    void aConfidentialTicketRisesWithoutBeingToldToEverybody() {
        String id = workshop.open("asker", "涉密：" + Workshop.SHAFT_QUESTION, true)
                .id()
                .toString();
        database.update(
                "DELETE FROM ticket_offer WHERE ticket_id = ? AND account_id <> ?",
                UUID.fromString(id),
                workshop.account("craftsman"));
        for (int level = 1; level <= 4; level++) {
            overdue(id, "CLAIM");
            watch.run();
        }
        assertThat(told(id, "ticket.raised")).hasSize(4).allSatisfy(audience -> assertThat(audience)
                .doesNotContain("role:CRAFTSMAN", "account:" + workshop.account("craftsman2")));
        get("craftsman2", id, 404);
    }

    @Test
    void aWarningComesOnceBeforeTheEnd() {
        String id = workshop.claimed();
        nearlyOverdue(id, "FIRST_REPLY");
        for (int i = 0; i < 3; i++) watch.run();
        assertThat(told(id, "ticket.warned")).singleElement().satisfies(audience -> assertThat(audience)
                .contains("account:" + workshop.account("craftsman"), "account:" + workshop.account("dispatcher"))
                .doesNotContain("account:" + workshop.account("asker")));
        assertThat(journalled(id, "WARN")).isEqualTo(1);
        assertThat(journalled(id, "BREACH")).isZero();
        get("craftsman", id)
                .body("level", equalTo(0))
                .body("state", equalTo("ASSIGNED"))
                .body("epoch", equalTo(1));
    }

    @Test
    void anOwnedTicketKeepsItsOwnerAndHisLeaseWhenItRises() {
        String id = workshop.claimed();
        String lease = get("craftsman", id).extract().path("leaseUntil");
        overdue(id, "RESOLUTION");
        watch.run();
        watch.run();
        get("craftsman", id)
                .body("level", equalTo(1))
                .body("leaseUntil", equalTo(lease))
                .body("clocks.find { it.clock == 'RESOLUTION' }.breached", equalTo(true));
        assertThat(journalled(id, "BREACH")).isEqualTo(1);
        post("craftsman", id, "reply", Map.of("epoch", 1, "text", "反向走刀。")).statusCode(200);
    }

    @Test
    void theAskerIsWarnedBeforeAReplyIsAssumed() {
        String id = workshop.solved();
        nearlyOverdue(id, "CONFIRMATION");
        watch.run();
        watch.run();
        assertThat(told(id, "ticket.warned")).containsExactly(List.of("account:" + workshop.account("asker")));
        get("asker", id).body("state", equalTo("SOLVED")).body("due", not(nullValue()));
    }

    @Test
    void manyNodesTellOfABreachOnce() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) ids.add(workshop.opened());
        ids.forEach(id -> overdue(id, "CLAIM"));
        try (ExecutorService nodes = Executors.newFixedThreadPool(6)) {
            List<Future<?>> running = new ArrayList<>();
            for (int node = 0; node < 6; node++) running.add(nodes.submit(watch::run));
            for (Future<?> each : running) each.get();
        }
        watch.run();
        for (String id : ids) {
            assertThat(journalled(id, "BREACH")).isEqualTo(1);
            assertThat(told(id, "ticket.raised")).hasSize(1);
        }
    }

    @Test
    void whatIsInterruptedIsDoneOnceByTheNext() {
        String id = workshop.opened();
        overdue(id, "CLAIM");
        QuarkusTransaction.requiringNew().run(() -> {
            database.first("SELECT 1 FROM ticket WHERE id = ? FOR UPDATE", row -> true, UUID.fromString(id));
            breaches.look(UUID.fromString(id));
        });
        assertThat(journalled(id, "BREACH")).as("somebody works on the ticket").isZero();
        watch.run();
        watch.run();
        assertThat(journalled(id, "BREACH")).isEqualTo(1);
    }

    @Test
    void aHeldTicketRunsOutOfNothing() {
        String id = workshop.claimed();
        post("craftsman", id, "hold", Map.of("epoch", 1, "waitingFor", "PART", "reason", "等刀"))
                .statusCode(200);
        watch.run();
        assertThat(database.list(
                        "SELECT clock FROM ticket_clock WHERE ticket_id = ? AND acts_at IS NOT NULL",
                        row -> row.getString(1),
                        UUID.fromString(id)))
                .isEmpty();
    }

    @Test
    void dispatchersSayWhatPresses() {
        String id = workshop.claimed();
        for (int i = 0; i < 2; i++)
            post("dispatcher", id, "priority", Map.of("priority", "urgent", "reason", "停产"))
                    .statusCode(200)
                    .body("priority", equalTo("URGENT"));
        assertThat(journalled(id, "PRIORITISE")).isEqualTo(1);
        assertThat(database.first(
                        "SELECT allowed_s FROM ticket_clock WHERE ticket_id = ? AND clock = 'FIRST_REPLY'",
                        row -> row.getLong(1),
                        UUID.fromString(id)))
                .hasValue(7_200L);
        refused(400, "missing-reason", post("dispatcher", id, "priority", Map.of("priority", "NORMAL")));
        refused(400, "invalid-priority", post("dispatcher", id, "priority", Map.of("priority", "ASAP")));
        refused(400, "invalid-priority", post("dispatcher", id, "priority", Map.of("reason", "r")));
        refused(
                403,
                "role-not-allowed",
                post("craftsman", id, "priority", Map.of("priority", "NORMAL", "reason", "r")));
        refused(
                404,
                "not-found",
                post(
                        "dispatcher",
                        UUID.randomUUID().toString(),
                        "priority",
                        Map.of("priority", "NORMAL", "reason", "r")));
        String solved = workshop.solved();
        refused(
                409,
                "transition-not-allowed",
                post("dispatcher", solved, "priority", Map.of("priority", "URGENT", "reason", "r")));
    }

    @Test
    void policiesAreDataThatAdministratorsAndDispatchersChange() {
        UUID enterprise = database.first(
                        "SELECT enterprise_id FROM account WHERE login = 'asker'", row -> row.getObject(1, UUID.class))
                .orElseThrow();
        Map<String, Object> own = Map.of("enterprise", enterprise.toString(), "within", "PT2H", "warnBefore", "PT30M");
        String path = "/api/v1/clock-policies/NORMAL/CLAIM";
        workshop.as("dispatcher").body(own).put(path).then().statusCode(200).body("within", equalTo("PT2H"));
        workshop.as("dispatcher")
                .get("/api/v1/clock-policies?enterprise=" + enterprise)
                .then()
                .statusCode(200)
                .body("items.clock", equalTo(List.of("CLAIM")));
        workshop.as("admin")
                .get("/api/v1/clock-policies")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(10));
        workshop.as("dispatcher")
                .delete(path + "?enterprise=" + enterprise)
                .then()
                .statusCode(204);
        refused(
                404,
                "not-found",
                workshop.as("dispatcher")
                        .delete(path + "?enterprise=" + enterprise)
                        .then());
        refused(400, "missing-enterprise", workshop.as("admin").delete(path).then());
        Map<String, Object> standard = Map.of("within", "PT4H", "warnBefore", "PT1H");
        refused(
                403,
                "administrators-only",
                workshop.as("dispatcher").body(standard).put(path).then());
        workshop.as("admin").body(standard).put(path).then().statusCode(200);
        refused(
                404,
                "not-found",
                workshop.as("dispatcher")
                        .body(Map.of("enterprise", UUID.randomUUID().toString(), "within", "PT2H"))
                        .put(path)
                        .then());
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL/CLAIM, '', PT1H, invalid-duration",
        "NORMAL/CLAIM, four hours, PT1H, invalid-duration",
        "NORMAL/CLAIM, PT4H, PT4H, invalid-allowance",
        "NORMAL/CLAIM, PT0S, PT0S, invalid-allowance",
        "NORMAL/CLAIM, -PT1H, PT0S, invalid-allowance",
        "NORMAL/CLAIM, PT999999999999H, PT0S, invalid-allowance",
        "NORMAL/CLAIM, PT4H, -PT1H, invalid-allowance",
        "SOON/CLAIM, PT4H, PT1H, invalid-priority",
        "NORMAL/LUNCH, PT4H, PT1H, invalid-clock"
    })
    void aPolicyThatIsNoneIsRefused(String which, String within, String warnBefore, String code) {
        refused(
                400,
                code,
                workshop.as("admin")
                        .body(Map.of("within", within, "warnBefore", warnBefore))
                        .put("/api/v1/clock-policies/" + which)
                        .then());
    }

    @Test
    void anAbsentCraftsmanIsOfferedNothingAndWhatHeHoldsGoesBack() {
        String held = workshop.claimed();
        String solved = workshop.solved();
        OffsetDateTime now = OffsetDateTime.now(java.time.ZoneOffset.UTC);
        String absence = workshop.as("craftsman")
                .body(Map.of(
                        "from",
                        now.minusMinutes(1).toString(),
                        "until",
                        now.plusHours(1).toString(),
                        "note",
                        "培训"))
                .post("/api/v1/absences")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        try {
            String fresh = workshop.opened();
            assertThat(told(fresh, "ticket.offered")).isNotEmpty().allSatisfy(audience -> assertThat(audience)
                    .doesNotContain("account:" + workshop.account("craftsman")));
            // A run moves only so many, and others have left some behind.
            for (int run = 0; run < 40; run++) due.run();
            get("dispatcher", held).body("state", equalTo("OPEN"));
            post("asker", solved, "confirm", Map.of("solved", false))
                    .statusCode(200)
                    .body("state", equalTo("OPEN"));
            workshop.as("dispatcher")
                    .get("/api/v1/absences")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(absence));
            workshop.as("craftsman")
                    .post("/api/v1/tickets/" + fresh + "/claim")
                    .then()
                    .statusCode(200);
            due.run();
            get("craftsman", fresh).body("state", equalTo("ASSIGNED"));
        } finally {
            workshop.as("craftsman")
                    .delete("/api/v1/absences/" + absence)
                    .then()
                    .statusCode(204);
        }
        refused(
                404,
                "not-found",
                workshop.as("craftsman").delete("/api/v1/absences/" + absence).then());
    }

    @Test
    void onlyOnesOwnAbsenceOrThatOfTheRegionIsReported() {
        OffsetDateTime from = OffsetDateTime.now(java.time.ZoneOffset.UTC).plusYears(1);
        Map<String, Object> other = Map.of(
                "craftsman", workshop.account("craftsman").toString(),
                "from", from.toString(),
                "until", from.plusDays(1).toString());
        refused(
                400,
                "no-such-craftsman",
                workshop.as("craftsman2").body(other).post("/api/v1/absences").then());
        String id = workshop.as("dispatcher")
                .body(other)
                .post("/api/v1/absences")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        refused(
                404,
                "not-found",
                workshop.as("craftsman2").delete("/api/v1/absences/" + id).then());
        workshop.as("admin").delete("/api/v1/absences/" + id).then().statusCode(204);
        Map<String, Object> asker = Map.of(
                "craftsman", workshop.account("asker").toString(),
                "from", from.toString(),
                "until", from.plusDays(1).toString());
        refused(
                400,
                "no-such-craftsman",
                workshop.as("admin").body(asker).post("/api/v1/absences").then());
        refused(
                400,
                "invalid-period",
                workshop.as("craftsman").body(Map.of()).post("/api/v1/absences").then());
        refused(
                400,
                "invalid-period",
                workshop.as("craftsman")
                        .body(Map.of("from", from.toString(), "until", from.toString()))
                        .post("/api/v1/absences")
                        .then());
        refused(
                400,
                "invalid-period",
                workshop.as("craftsman")
                        .body(Map.of("from", "tomorrow", "until", "later"))
                        .post("/api/v1/absences")
                        .then());
    }

    private void clocks(String id, Map<String, String> expected) {
        List<Map<String, Object>> seen = get("dispatcher", id).extract().path("clocks");
        assertThat(seen)
                .allSatisfy(clock -> assertThat(clock).containsEntry("state", expected.get(clock.get("clock"))))
                .extracting(clock -> clock.get("clock"))
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
    }

    /** As if a clock had been running for weeks. */
    private void overdue(String id, String clock) {
        database.update("""
                UPDATE ticket_clock SET running_since = running_since - interval '60 days', warned_at = now(), acts_at = now()
                WHERE ticket_id = ? AND clock = ?
                """, UUID.fromString(id), clock);
    }

    /** As if half a minute of working time was left. */
    private void nearlyOverdue(String id, String clock) {
        database.update("""
                UPDATE ticket_clock SET used_us = (allowed_s - 30) * 1000000, running_since = now() + interval '1 second',
                       acts_at = now()
                WHERE ticket_id = ? AND clock = ?
                """, UUID.fromString(id), clock);
        database.update(
                "UPDATE ticket_clock SET running_since = now() - interval '1 millisecond' WHERE ticket_id = ? AND clock = ?",
                UUID.fromString(id),
                clock);
    }

    private List<List<String>> told(String id, String type) {
        return database.list(
                "SELECT audience FROM outbox_event WHERE subject = ? AND type = ? ORDER BY seq",
                row -> List.of((String[]) row.getArray(1).getArray()),
                id,
                type);
    }

    private int journalled(String id, String event) {
        return database.first(
                        "SELECT count(*) FROM ticket_event WHERE ticket_id = ? AND event = ?",
                        row -> row.getInt(1),
                        UUID.fromString(id),
                        event)
                .orElseThrow();
    }

    private ValidatableResponse get(String login, String id) {
        return get(login, id, 200);
    }

    private ValidatableResponse get(String login, String id, int status) {
        return workshop.as(login).get("/api/v1/tickets/" + id).then().statusCode(status);
    }

    private ValidatableResponse post(String login, String id, String event, Map<String, ?> body) {
        return workshop.as(login)
                .body(body)
                .post("/api/v1/tickets/" + id + "/" + event)
                .then();
    }
}
