package io.jiangwen.ticket;

import static io.jiangwen.testsupport.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.jiangwen.account.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of tickets by view, filter and words; internal notes; and what of a confidential ticket nobody else meets. */
@QuarkusTest
class QueueViewsIT {
    private final Workshop workshop;
    private final Statements database;

    QueueViewsIT(Workshop workshop, Statements database) {
        this.workshop = workshop;
        this.database = database;
    }

    @Test
    void whatWasOfferedToMeEndsWhereIDecline() {
        String word = word();
        String id = open(word);
        assertThat(ids("craftsman", "view=offered&q=" + word)).containsExactly(id);
        post("craftsman", id, "decline", Map.of("reason", "不是我的工种")).statusCode(200);
        assertThat(ids("craftsman", "view=offered&q=" + word)).isEmpty();
        assertThat(ids("craftsman", "view=open&q=" + word)).containsExactly(id);
        assertThat(ids("asker", "view=offered&q=" + word)).isEmpty();
    }

    @Test
    void myTradeShowsWhatMyTradesNeed() {
        String word = word();
        String turning = open(word + " turning milling 跳动");
        String other = open(word + " 没有工种");
        database.update("UPDATE ticket SET trade = 'turning-milling' WHERE id = ?", UUID.fromString(turning));
        assertThat(ids("craftsman", "view=trade&q=" + word)).containsExactly(turning);
        assertThat(ids("craftsman2", "view=trade&q=" + word)).isEmpty();
        assertThat(ids("dispatcher", "trade=turning-milling&q=" + word))
                .containsExactly(turning)
                .doesNotContain(other);
    }

    @Test
    void theLongestWaitingComesFirstAndPagesGoOnWhereTheyEnded() {
        String word = word();
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 5; i++) opened.add(open(word + " 第" + i + "个"));
        assertThat(pages("craftsman", "view=waiting&limit=2&q=" + word)).isEqualTo(opened);
        assertThat(pages("craftsman", "view=open&limit=2&q=" + word)).isEqualTo(opened.reversed());
    }

    @Test
    void whatIsAboutToBreachIsForThoseWhoHaveToMindIt() {
        String word = word();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) ids.add(open(word + " 第" + i + "个"));
        String quiet = open(word + " 不急");
        for (int i = 0; i < ids.size(); i++)
            database.update(
                    "UPDATE ticket_clock SET warned_at = now(), due_at = now() + make_interval(hours => ?)"
                            + " WHERE ticket_id = ? AND clock = 'CLAIM'",
                    10 - i,
                    UUID.fromString(ids.get(i)));
        assertThat(pages("dispatcher", "view=breaching&limit=1&q=" + word))
                .isEqualTo(ids.reversed())
                .doesNotContain(quiet);
        assertThat(ids("craftsman", "view=breaching&q=" + word)).isEmpty();
        assertThat(ids("asker", "view=breaching&q=" + word)).isEmpty();
        list("dispatcher", "view=breaching&q=" + word).body("items[0].clock.warned", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource({"跟刀架 直线度", "直线度跟刀架", "長徑比", "CK6140", "ck6140 跟刀架"})
    void wordsAreFoundInAnyOrderAndScript(String query) {
        String id = open("CK6140 车床车细长轴，长径比 30，用了跟刀架直线度还是不好");
        assertThat(ids("craftsman", "view=open&limit=100&q=" + query)).contains(id);
    }

    @Test
    void wordsThatAreNotThereFindNothing() {
        open("CK6140 车床车细长轴，用了跟刀架");
        for (String query : List.of("跟刀架 电泳涂装", "%%%%%%", "' OR true --", "!&|"))
            assertThat(ids("craftsman", "view=open&limit=100&q=" + query))
                    .as(query)
                    .isEmpty();
    }

    @Test
    void urgentOnesAreFoundApart() {
        String word = word();
        String id = open(word);
        open(word);
        post("dispatcher", id, "priority", Map.of("priority", "URGENT", "reason", "停产"))
                .statusCode(200);
        assertThat(ids("dispatcher", "priority=urgent&q=" + word)).containsExactly(id);
        refused(400, "invalid-priority", list("dispatcher", "priority=asap", 400));
        refused(400, "invalid-view", list("dispatcher", "view=everything", 400));
        refused(400, "invalid-cursor", list("dispatcher", "view=breaching&cursor=abc", 400));
        refused(400, "invalid-query", list("dispatcher", "q=" + "长".repeat(201), 400));
    }

    @Test
    void notesAreForThoseWhoWorkAndNeverForTheAsker() {
        String id = workshop.claimed();
        String secret = "内部" + UUID.randomUUID();
        String before = get("craftsman", id).extract().path("leaseUntil");
        post("craftsman", id, "notes", Map.of("epoch", 1, "text", secret))
                .statusCode(200)
                .body("notes.text", equalTo(List.of(secret)));
        post("dispatcher", id, "notes", Map.of("text", "请加快")).statusCode(200).body("notes.size()", equalTo(2));
        assertThat(java.time.OffsetDateTime.parse(get("craftsman", id).extract().path("leaseUntil")))
                .isAfterOrEqualTo(java.time.OffsetDateTime.parse(before));
        assertThat(get("asker", id).body("notes", empty()).extract().asString()).doesNotContain(secret);
        refused(400, "missing-text", post("craftsman", id, "notes", Map.of("epoch", 1, "text", " ")));
        refused(409, "stale-epoch", post("craftsman", id, "notes", Map.of("text", "x")));
        // Whether he sees the ticket depends on whether it was offered to him; writing is refused either way.
        post("craftsman2", id, "notes", Map.of("epoch", 1, "text", "x")).statusCode(oneOf(403, 404));
        refused(403, "role-not-allowed", post("asker", id, "notes", Map.of("text", "x")));
        refused(404, "not-found", post("dispatcher", UUID.randomUUID().toString(), "notes", Map.of("text", "x")));
        refused(400, "note-too-long", post("craftsman", id, "notes", Map.of("epoch", 1, "text", "长".repeat(20_001))));
    }

    /** A marker in the question and in a note of a confidential ticket is met by nobody whom it does not concern. */
    @Test
    void noWordOfAConfidentialTicketReachesOthers() {
        String marker = "涉密" + UUID.randomUUID();
        String id = workshop.open("asker", marker + Workshop.SHAFT_QUESTION, true)
                .id()
                .toString();
        database.update(
                "DELETE FROM ticket_offer WHERE ticket_id = ? AND account_id <> ?",
                UUID.fromString(id),
                workshop.account("craftsman"));
        long removed = newest();
        for (String other : List.of("craftsman2", "asker2", "curator", "curator2", "admin")) {
            for (QueueView view : QueueView.values())
                assertThat(list(other, "limit=100&view=" + view).extract().asString())
                        .as("%s in %s", other, view)
                        .doesNotContain(marker, id);
            assertThat(list(other, "q=" + marker).extract().asString()).doesNotContain(marker, id);
            refused(404, "not-found", get(other, id, 404));
            assertThat(workshop.as(other).get("/api/v1/search?q=" + marker).asString())
                    .doesNotContain(id);
            assertThat(workshop.as(other).get("/api/v1/articles?q=" + marker).asString())
                    .doesNotContain(marker);
            assertThat(workshop.as(other).get("/api/v1/conversations?limit=100").asString())
                    .doesNotContain(marker);
        }
        refused(404, "not-found", post("craftsman2", id, "claim", Map.of()));
        refused(404, "not-found", post("craftsman2", id, "decline", Map.of("reason", "r")));
        post("craftsman", id, "claim", Map.of()).statusCode(200);
        refused(
                400,
                "no-such-craftsman",
                post(
                        "craftsman",
                        id,
                        "transfer",
                        Map.of(
                                "epoch",
                                1,
                                "reason",
                                "r",
                                "craftsman",
                                workshop.account("craftsman2").toString())));
        post("craftsman", id, "reply", Map.of("epoch", 1, "text", marker + " 用弹性夹具。"))
                .statusCode(200);
        post("asker", id, "confirm", Map.of("solved", true, "consent", true)).statusCode(200);
        assertThat(workshop.as("curator").get("/api/v1/articles?ticket=" + id).asString())
                .doesNotContain(marker);
        assertThat(database.list(
                        "SELECT data::text FROM outbox_event WHERE data::text LIKE ?", row -> 1, "%" + marker + "%"))
                .as("words in live events")
                .isEmpty();
        assertThat(database.list("SELECT 1 FROM passage WHERE text LIKE ?", row -> 1, "%" + marker + "%"))
                .isEmpty();
        assertThat(database.list("SELECT 1 FROM article_version WHERE text LIKE ?", row -> 1, "%" + marker + "%"))
                .isEmpty();
        assertThat(reach(id, 0))
                .noneMatch(tag -> tag.startsWith("role:"))
                .doesNotContain("account:" + workshop.account("asker2"), "account:" + workshop.account("admin"))
                .doesNotContain("account:" + workshop.account("curator"), "account:" + workshop.account("curator2"));
        assertThat(reach(id, removed))
                .contains("account:" + workshop.account("asker"))
                .doesNotContain("account:" + workshop.account("craftsman2"));
        get("asker", id).body("question", not(empty()));
        get("craftsman2", id, 404);
    }

    @Test
    void whoDeclinedAConfidentialTicketSeesItNoMore() {
        String id = workshop.open("asker", Workshop.SHAFT_QUESTION + word(), true)
                .id()
                .toString();
        get("craftsman", id, 200);
        post("craftsman", id, "decline", Map.of("reason", "不合适")).statusCode(200);
        get("craftsman", id, 404);
        refused(404, "not-found", post("craftsman", id, "claim", Map.of()));
        database.update("UPDATE ticket SET level = 4 WHERE id = ?", UUID.fromString(id));
        get("admin", id, 200);
    }

    private long newest() {
        return database.first("SELECT coalesce(max(seq), 0) FROM outbox_event", row -> row.getLong(1))
                .orElseThrow();
    }

    /** Everybody whom an event about the ticket was told to after that one. */
    private List<String> reach(String id, long after) {
        return database.list(
                "SELECT unnest(audience) FROM outbox_event WHERE subject = ? AND seq > ?",
                row -> row.getString(1),
                id,
                after);
    }

    private String open(String question) {
        return workshop.open("asker", question, false).id().toString();
    }

    private static String word() {
        return "编号" + UUID.randomUUID();
    }

    private List<String> ids(String login, String query) {
        return list(login, query).extract().path("items.id");
    }

    private List<String> pages(String login, String query) {
        List<String> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            ValidatableResponse page = list(login, query + (cursor == null ? "" : "&cursor=" + cursor));
            all.addAll(page.extract().path("items.id"));
            cursor = page.extract().path("next");
        } while (cursor != null);
        return all;
    }

    private ValidatableResponse list(String login, String query) {
        return list(login, query, 200);
    }

    private ValidatableResponse list(String login, String query, int status) {
        io.restassured.specification.RequestSpecification request = workshop.as(login);
        for (String pair : query.split("&(?=[a-z]+=)", -1)) {
            int sign = pair.indexOf('=');
            request.queryParam(pair.substring(0, sign), pair.substring(sign + 1));
        }
        return request.get("/api/v1/tickets").then().statusCode(status);
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
