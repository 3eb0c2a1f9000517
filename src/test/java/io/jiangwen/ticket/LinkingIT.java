package io.jiangwen.ticket;

import static io.jiangwen.testsupport.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.jiangwen.account.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Enterprises that ask the same get the same reply from one craftsman, and learn nothing of each other. */
@QuarkusTest
class LinkingIT {
    private static final String REPLY = "用跟刀架并反向走刀。示例精密机械厂的王师傅上次也这样做，图纸见合同号HT-2024-0815，电话13812345678。";

    private final Workshop workshop;
    private final Statements database;

    LinkingIT(Workshop workshop, Statements database) {
        this.workshop = workshop;
        this.database = database;
    }

    @Test
    void aReplyIsSeenWithoutNamesBeforeItIsSentAndThenBelongsToEachTicket() {
        String question = question();
        String mine = ask("asker", question);
        String other = ask("asker2", question.replace("怎么", "如何"));
        claim(mine);
        linked(mine)
                .body("items", hasSize(1))
                .body("items[0].ticket", equalTo(other))
                .body("items[0].preview", nullValue())
                .body("items[0].sent", equalTo(false));
        assertThat(linked(mine).extract().asString()).doesNotContain("阀门", "李工");
        reply(mine);
        JsonPath shown = linked(mine).extract().jsonPath();
        String preview = shown.getString("items[0].preview");
        assertThat(preview).contains("用跟刀架并反向走刀").doesNotContain("示例精密", "王师傅", "HT-2024-0815", "13812345678");
        assertThat(send(mine, shown)).containsExactly("SENT");
        get("asker2", other)
                .body("state", equalTo("SOLVED"))
                .body("reply.text", equalTo(preview))
                .body("owner", equalTo(get("asker", mine).extract().path("owner")));
        assertThat(clocks(other)).contains("CONFIRMATION").isEqualTo(clocks(mine));
        linked(mine).body("items[0].sent", equalTo(true)).body("items[0].preview", nullValue());
        post("asker2", other, "confirm", Map.of("solved", true, "consent", true))
                .statusCode(200)
                .body("closedAs", equalTo("CONFIRMED"));
        get("asker", mine).body("state", equalTo("SOLVED"));
        assertThat(workshop.as("curator")
                        .get("/api/v1/articles?ticket=" + other)
                        .jsonPath()
                        .getList("items"))
                .as("one reply is drafted into knowledge once, from the first ticket")
                .isEmpty();
    }

    @Test
    void sendingAgainAndAtOnceDeliversOnce() throws Exception {
        String question = question();
        String mine = ask("asker", question);
        String other = ask("asker2", question);
        claim(mine);
        reply(mine);
        JsonPath shown = linked(mine).extract().jsonPath();
        List<String> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<String>>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) running.add(threads.submit(() -> send(mine, shown)));
            for (Future<List<String>> each : running) outcomes.addAll(each.get());
        }
        assertThat(outcomes).containsOnlyOnce("SENT").containsOnly("SENT", "ALREADY_SENT");
        assertThat(get("asker2", other).extract().<List<String>>path("messages.text"))
                .hasSize(1);
    }

    @Test
    void whoeverClaimsTheOtherTicketFirstKeepsIt() throws Exception {
        for (int i = 0; i < 5; i++) {
            String question = question();
            String mine = ask("asker", question);
            String other = ask("asker2", question);
            claim(mine);
            reply(mine);
            JsonPath shown = linked(mine).extract().jsonPath();
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                Future<List<String>> sent = threads.submit(() -> send(mine, shown));
                Future<Integer> claimed = threads.submit(() ->
                        post("craftsman2", other, "claim", Map.of()).extract().statusCode());
                // Whoever was faster before the group was looked for leaves it; after that the ticket has moved.
                if (claimed.get() == 200)
                    assertThat(sent.get()).containsAnyOf("MOVED", "NOT_LINKED").hasSize(1);
                else assertThat(sent.get()).containsExactly("SENT");
                assertThat(claimed.get()).isIn(200, 409);
                get("asker2", other).body("state", equalTo(claimed.get() == 200 ? "ASSIGNED" : "SOLVED"));
                if (claimed.get() == 200) post("craftsman2", other, "release", Map.of("epoch", 1));
            }
        }
    }

    @Test
    void whatMovedOrReadsOtherwiseIsNotSent() {
        String question = question();
        String mine = ask("asker", question);
        String other = ask("asker2", question);
        claim(mine);
        reply(mine);
        JsonPath shown = linked(mine).extract().jsonPath();
        Map<String, Object> recipient = recipient(shown, 0);
        assertThat(outcomes(mine, 1, List.of(changed(recipient, "text", "示例精密机械厂的王师傅知道。"))))
                .containsExactly("PREVIEW_CHANGED");
        assertThat(outcomes(mine, 1, List.of(changed(recipient, "epoch", 7)))).containsExactly("MOVED");
        String unlike = ask("asker2", "铸件表面有气孔怎么办？" + question.length());
        String secret = secret("asker2", question);
        assertThat(outcomes(
                        mine,
                        1,
                        List.of(
                                changed(recipient, "ticket", unlike),
                                changed(recipient, "ticket", secret),
                                changed(recipient, "ticket", mine),
                                recipient)))
                .containsExactly("NOT_LINKED", "NOT_LINKED", "NOT_LINKED", "SENT");
        get("asker2", secret).body("state", equalTo("OPEN"));
        get("asker2", unlike).body("state", equalTo("OPEN"));
        get("asker2", other).body("state", equalTo("SOLVED"));
    }

    @Test
    void onlyTheOwnerUnderHisClaimSendsAndOnlyAReply() {
        String question = question();
        String mine = ask("asker", question);
        ask("asker2", question);
        Map<String, Object> someone = Map.of("ticket", UUID.randomUUID().toString(), "epoch", 0, "text", "a");
        refused(
                403,
                workshop.as("craftsman")
                        .get("/api/v1/tickets/" + mine + "/linked")
                        .then());
        claim(mine);
        Map<String, Object> unsent =
                changed(someone, "ticket", linked(mine).extract().path("items[0].ticket"));
        refused(409, "no-reply-to-send", fanOut("craftsman", mine, 1, List.of(unsent)));
        reply(mine);
        refused(
                409,
                "stale-epoch",
                fanOut(
                        "craftsman",
                        mine,
                        0,
                        List.of(recipient(linked(mine).extract().jsonPath(), 0))));
        refused(404, "not-found", fanOut("craftsman2", mine, 1, List.of(someone)));
        refused(400, "no-recipients", fanOut("craftsman", mine, 1, List.of()));
        refused(400, "too-many-recipients", fanOut("craftsman", mine, 1, java.util.Collections.nCopies(21, someone)));
        refused(404, "not-found", fanOut("craftsman", UUID.randomUUID().toString(), 1, List.of(someone)));
    }

    @Test
    void aConfidentialTicketIsLinkedToNothing() {
        String question = question();
        String secret = secret("asker", question);
        String other = ask("asker2", question);
        workshop.as("dispatcher")
                .body(Map.of(
                        "reason",
                        "保密",
                        "craftsman",
                        workshop.account("craftsman").toString()))
                .post("/api/v1/tickets/" + secret + "/assign")
                .then()
                .statusCode(200);
        refused(
                409,
                "confidential-ticket",
                workshop.as("craftsman")
                        .get("/api/v1/tickets/" + secret + "/linked")
                        .then());
        post("craftsman", secret, "reply", Map.of("epoch", 1, "text", REPLY)).statusCode(200);
        refused(
                409,
                "confidential-ticket",
                fanOut("craftsman", secret, 1, List.of(Map.of("ticket", other, "epoch", 0, "text", "a"))));
        assertThatThrownBy(() -> database.update(
                        "INSERT INTO ticket_fan_out (source_id, recipient_id, sender_id, at) VALUES (?, ?, ?, now())",
                        UUID.fromString(secret),
                        UUID.fromString(other),
                        workshop.account("craftsman")))
                .hasStackTraceContaining("a confidential ticket is linked to no other");
        get("asker2", other).body("state", equalTo("OPEN"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"recipients":[{}]} | missing-epoch
                    {"epoch":1,"recipients":[{}]} | invalid-recipient
                    {"epoch":1,"recipients":[null]} | invalid-recipient
                    {"epoch":1,"recipients":[{"ticket":"x","epoch":1}]} | invalid-recipient
                    {"epoch":1,"recipients":[{"ticket":"00000000-0000-4000-8000-000000000000","text":"a"}]} | missing-epoch
                    {"recipients":[]} | missing-epoch
                    {"epoch":"x"} | invalid-json
                    [] | invalid-json
                    """)
    void whatIsNoListOfRecipientsIsRefused(String body, String code) {
        String mine = workshop.solved();
        refused(
                400,
                code,
                workshop.as("craftsman")
                        .body(body)
                        .post("/api/v1/tickets/" + mine + "/fan-out")
                        .then());
    }

    @Test
    void aDispatcherWhoAnswersSendsWithinHisRegion() {
        String question = question();
        String mine = ask("asker", question);
        String other = ask("asker2", question);
        post("dispatcher", mine, "take-over", Map.of("reason", "熟悉")).statusCode(200);
        post("dispatcher", mine, "reply", Map.of("epoch", 1, "text", REPLY)).statusCode(200);
        JsonPath shown = workshop.as("dispatcher")
                .get("/api/v1/tickets/" + mine + "/linked")
                .then()
                .statusCode(200)
                .body("items[0].ticket", equalTo(other))
                .extract()
                .jsonPath();
        fanOut("dispatcher", mine, 1, List.of(recipient(shown, 0)))
                .statusCode(200)
                .body("items[0].outcome", equalTo("SENT"));
        get("asker2", other).body("state", equalTo("SOLVED")).body("id", not(equalTo(mine)));
    }

    /** A question that no other test asks. */
    private static String question() {
        return "直径25的细长轴车削时中间粗两头细怎么调整？批号" + ThreadLocalRandom.current().nextInt(100_000, 999_999) + "。";
    }

    private String ask(String login, String question) {
        return workshop.as(login)
                .body(Map.of("question", question))
                .post("/api/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String secret(String login, String question) {
        return workshop.as(login)
                .body(Map.of("question", question, "confidential", true))
                .post("/api/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void claim(String id) {
        post("craftsman", id, "claim", Map.of()).statusCode(200);
    }

    private void reply(String id) {
        post("craftsman", id, "reply", Map.of("epoch", 1, "text", REPLY)).statusCode(200);
    }

    private ValidatableResponse linked(String id) {
        return workshop.as("craftsman")
                .get("/api/v1/tickets/" + id + "/linked")
                .then()
                .statusCode(200);
    }

    private List<String> send(String id, JsonPath shown) {
        return outcomes(id, 1, List.of(recipient(shown, 0)));
    }

    private List<String> outcomes(String id, int epoch, List<Map<String, Object>> recipients) {
        return fanOut("craftsman", id, epoch, recipients)
                .statusCode(200)
                .extract()
                .path("items.outcome");
    }

    private ValidatableResponse fanOut(String login, String id, int epoch, List<Map<String, Object>> recipients) {
        return post(login, id, "fan-out", Map.of("epoch", epoch, "recipients", recipients));
    }

    private static Map<String, Object> recipient(JsonPath shown, int place) {
        Map<String, Object> item = shown.getMap("items[" + place + "]");
        return Map.of("ticket", item.get("ticket"), "epoch", item.get("epoch"), "text", item.get("preview"));
    }

    private static Map<String, Object> changed(Map<String, Object> recipient, String key, Object value) {
        Map<String, Object> changed = new HashMap<>(recipient);
        changed.put(key, value);
        return changed;
    }

    private List<String> clocks(String id) {
        return database.list(
                "SELECT clock FROM ticket_clock WHERE ticket_id = ? ORDER BY clock",
                row -> row.getString("clock"),
                UUID.fromString(id));
    }

    private ValidatableResponse get(String login, String id) {
        return workshop.as(login).get("/api/v1/tickets/" + id).then().statusCode(200);
    }

    private ValidatableResponse post(String login, String id, String event, Map<String, ?> body) {
        return workshop.as(login)
                .body(body)
                .post("/api/v1/tickets/" + id + "/" + event)
                .then();
    }
}
