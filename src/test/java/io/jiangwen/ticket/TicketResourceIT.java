package io.jiangwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.jiangwen.account.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TicketResourceIT {
    private static final String TICKETS = "/api/v1/tickets";

    private final Workshop workshop;
    private final Statements database;
    private final DueTickets due;

    TicketResourceIT(Workshop workshop, Statements database, DueTickets due) {
        this.workshop = workshop;
        this.database = database;
        this.due = due;
    }

    @Test
    void anAskerSeesHisTicketWithItsDossier() {
        String id = workshop.opened();
        get("asker", id)
                .statusCode(200)
                .body("number", matchesPattern("T-\\d{4}-\\d{6}"))
                .body("state", equalTo("OPEN"))
                .body("dossier.passages[0].quote", containsString("跟刀架"))
                .body("dossier.reason", equalTo("TOO_THIN"))
                .body("messages", hasSize(0))
                .body("draft", nullValue())
                .body("you.mayCancel", equalTo(true))
                .body("you.mayClaim", equalTo(false));
    }

    @Test
    void nobodyElseMaySeeIt() {
        String id = workshop.opened();
        get("asker2", id).statusCode(404).body("code", equalTo("not-found"));
        get("curator", id).statusCode(404);
        get("craftsman2", id).statusCode(200).body("you.mayClaim", equalTo(true));
        get("dispatcher", id).statusCode(200);
        get("admin", id).statusCode(200);
        RestAssured.given().get(TICKETS + "/" + id).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-uuid", "00000000-0000-0000-0000-000000000000", "1-1-1-1-1"})
    void whatIsNoTicketIsNotFound(String id) {
        get("asker", id).statusCode(404).body("code", equalTo("not-found"));
        post("craftsman", id, "claim", Map.of()).statusCode(404);
        post("craftsman", id, "reply", Map.of("epoch", 1, "text", "x")).statusCode(404);
        post("craftsman", id, "release", Map.of("epoch", 1)).statusCode(404);
        post("craftsman", id, "undo", Map.of("epoch", 1)).statusCode(404);
        post("asker", id, "confirm", Map.of("solved", true)).statusCode(404);
        post("asker", id, "cancel", Map.of()).statusCode(404);
        draft("craftsman", id, 1, "x").statusCode(404);
    }

    @Test
    void anAskerMayNotDoACraftsmansWork() {
        String id = workshop.opened();
        for (String action : List.of("claim", "reply", "release", "undo"))
            post("asker", id, action, Map.of("epoch", 1, "text", "x")).statusCode(403);
        draft("asker", id, 1, "x").statusCode(403);
    }

    @Test
    void theFirstClaimWinsAndTheOwnerMayAskAgain() {
        String id = workshop.opened();
        for (int i = 0; i < 2; i++) {
            post("craftsman", id, "claim", Map.of())
                    .statusCode(200)
                    .body("id", equalTo(id))
                    .body("state", equalTo("ASSIGNED"))
                    .body("epoch", equalTo(1))
                    .body("leaseUntil", notNullValue());
        }
        post("craftsman2", id, "claim", Map.of())
                .statusCode(409)
                .body("code", equalTo("ticket-already-claimed"))
                .body("winner", equalTo("示例工匠·陈"));
    }

    @Test
    void aCancelledTicketCannotBeClaimed() {
        String id = workshop.opened();
        for (int i = 0; i < 2; i++)
            post("asker", id, "cancel", Map.of("reason", "自己解决了"))
                    .statusCode(200)
                    .body("state", equalTo("CANCELLED"));
        post("craftsman", id, "claim", Map.of())
                .statusCode(409)
                .body("code", equalTo("transition-not-allowed"))
                .body("state", equalTo("CANCELLED"));
    }

    @Test
    void cancellingNeedsTheAskerOrADispatcherWithAReason() {
        String id = workshop.opened();
        post("asker2", id, "cancel", Map.of()).statusCode(404);
        post("craftsman", id, "cancel", Map.of()).statusCode(403);
        post("dispatcher", id, "cancel", Map.of()).statusCode(400).body("code", equalTo("missing-reason"));
        post("dispatcher", id, "cancel", Map.of("reason", "重复")).statusCode(200);
        String solved = workshop.solved();
        post("asker", solved, "cancel", Map.of()).statusCode(409).body("state", equalTo("SOLVED"));
    }

    @Test
    void aReplySolvesTheTicketAndTheSameAgainChangesNothing() {
        String id = workshop.claimed();
        for (int i = 0; i < 2; i++) {
            post("craftsman", id, "reply", Map.of("epoch", 1, "text", "用跟刀架。"))
                    .statusCode(200)
                    .body("state", equalTo("SOLVED"))
                    .body("messages", hasSize(1))
                    .body("messages[0].from", equalTo("CRAFTSMAN"))
                    .body("messages[0].text", equalTo("用跟刀架。"));
        }
        post("craftsman", id, "reply", Map.of("epoch", 1, "text", "另一个答复"))
                .statusCode(409)
                .body("code", equalTo("transition-not-allowed"));
        get("asker", id).body("owner", equalTo("示例工匠·陈")).body("you.mayConfirm", equalTo(true));
    }

    @Test
    void aCardBecomesAReply() {
        String id = workshop.claimed();
        Map<String, Object> card = Map.of("phenomenon", "弯曲", "cause", "切削热", "steps", List.of("反向走刀"), "limits", "");
        post("craftsman", id, "reply", Map.of("epoch", 1, "card", card))
                .statusCode(200)
                .body("messages[0].text", containsString("1. 反向走刀"))
                .body("reply.card.cause", equalTo("切削热"))
                .body("reply.consent", equalTo(true));
    }

    @Test
    void badRepliesAreRefusedByName() {
        String id = workshop.claimed();
        refused("empty-reply", post("craftsman", id, "reply", Map.of("epoch", 1, "text", "  ")));
        refused("empty-reply", post("craftsman", id, "reply", Map.of("epoch", 1)));
        refused("missing-epoch", post("craftsman", id, "reply", Map.of("text", "x")));
        refused("reply-too-long", post("craftsman", id, "reply", Map.of("epoch", 1, "text", "长".repeat(20_001))));
        refused("missing-epoch", post("craftsman", id, "undo", Map.of()));
        workshop.as("craftsman")
                .body("{")
                .post(TICKETS + "/" + id + "/reply")
                .then()
                .statusCode(400);
        workshop.as("craftsman").post(TICKETS + "/" + id + "/reply").then().statusCode(400);
        post("craftsman", id, "reply", Map.of("epoch", 1, "text", "长".repeat(20_000)))
                .statusCode(200);
    }

    @Test
    void oddCharactersInAReplyAreNoTrouble() {
        String id = workshop.claimed();
        post("craftsman", id, "reply", Map.of("epoch", 1, "text", "<script>\u0000'; DROP TABLE ticket; 🙂"))
                .statusCode(200)
                .body("messages[0].text", equalTo("<script>'; DROP TABLE ticket; 🙂"));
    }

    @Test
    void aStaleReplyIsKeptAsADraftAndTheNextOwnerSeesIt() {
        String id = workshop.claimed();
        post("craftsman", id, "release", Map.of("epoch", 1, "reason", "不是我的工种")).statusCode(200);
        post("craftsman", id, "release", Map.of("epoch", 1)).statusCode(200).body("epoch", equalTo(2));
        post("craftsman", id, "reply", Map.of("epoch", 1, "text", "写了一半的答复"))
                .statusCode(409)
                .body("code", equalTo("stale-epoch"))
                .body("draft", equalTo("写了一半的答复"));
        post("craftsman2", id, "claim", Map.of()).statusCode(200).body("epoch", equalTo(3));
        get("craftsman2", id).body("draft", equalTo("写了一半的答复"));
        get("asker", id).body("draft", nullValue()).body("messages", hasSize(0));
        post("craftsman", id, "reply", Map.of("epoch", 3, "text", "又来了")).statusCode(409);
        post("craftsman2", id, "reply", Map.of("epoch", 1, "text", "旧页面")).statusCode(409);
        draft("craftsman2", id, 3, "我的草稿").statusCode(200);
        draft("craftsman2", id, 2, "旧页面的草稿").statusCode(409).body("draft", equalTo("旧页面的草稿"));
        get("craftsman2", id).body("draft", equalTo("我的草稿"));
    }

    @Test
    void whoNeverOwnedItCannotWriteOnIt() {
        String id = workshop.opened();
        post("craftsman", id, "reply", Map.of("epoch", 0, "text", "x")).statusCode(403);
        post("craftsman", id, "release", Map.of("epoch", 0)).statusCode(403);
        draft("craftsman", id, 0, "x").statusCode(403);
    }

    @Test
    void aReplyCanBeWithdrawnForAWhile() {
        String id = workshop.solved();
        for (int i = 0; i < 2; i++)
            post("craftsman", id, "undo", Map.of("epoch", 1))
                    .statusCode(200)
                    .body("state", equalTo("ASSIGNED"))
                    .body("messages", hasSize(0))
                    .body("draft", equalTo("用跟刀架并反向走刀。"));
        post("asker", id, "confirm", Map.of("solved", true)).statusCode(409);

        String late = workshop.solved();
        database.update(
                "UPDATE ticket SET replied_at = replied_at - interval '16 seconds' WHERE id = ?",
                UUID.fromString(late));
        post("craftsman", late, "undo", Map.of("epoch", 1)).statusCode(409).body("code", equalTo("undo-too-late"));
    }

    @Test
    void aConfirmationClosesTheTicketOnce() {
        String id = workshop.solved();
        post("asker2", id, "confirm", Map.of("solved", true)).statusCode(404);
        post("craftsman", id, "confirm", Map.of("solved", true)).statusCode(403);
        refused("missing-solved", post("asker", id, "confirm", Map.of("rating", 5)));
        refused("invalid-rating", post("asker", id, "confirm", Map.of("solved", true, "rating", 6)));
        for (int i = 0; i < 2; i++)
            post("asker", id, "confirm", Map.of("solved", true, "rating", 5, "consent", true, "comment", "好用"))
                    .statusCode(200)
                    .body("state", equalTo("CLOSED"))
                    .body("closedAs", equalTo("CONFIRMED"))
                    .body("feedback.rating", equalTo(5));
        post("craftsman", id, "undo", Map.of("epoch", 1)).statusCode(409);
        post("asker", id, "confirm", Map.of("solved", false)).statusCode(409);
        assertThat(database.list(
                        "SELECT type FROM outbox_event WHERE subject = ? ORDER BY seq", row -> row.getString(1), id))
                .containsSubsequence("ticket.opened", "ticket.claimed", "ticket.replied", "ticket.closed")
                .containsOnlyOnce("ticket.closed");
    }

    @Test
    void theSecondRejectionRaisesTheLevel() {
        String id = workshop.solved();
        for (int i = 0; i < 2; i++)
            post("asker", id, "confirm", Map.of("solved", false, "comment", "还是弯"))
                    .statusCode(200)
                    .body("state", equalTo("ASSIGNED"))
                    .body("level", equalTo(0))
                    .body("messages.text", hasItem("还是弯"));
        post("craftsman", id, "reply", Map.of("epoch", 1, "text", "再减小进给")).statusCode(200);
        post("asker", id, "confirm", Map.of("solved", false)).statusCode(200).body("level", equalTo(1));
    }

    @Test
    void aLeaseThatRanOutOpensTheTicketAgainAndKeepsTheDraft() {
        String id = workshop.claimed();
        draft("craftsman", id, 1, "想到一半").statusCode(200).body("epoch", equalTo(1));
        database.update(
                "UPDATE ticket SET lease_until = now() - interval '1 second' WHERE id = ?", UUID.fromString(id));
        due.run();
        get("craftsman2", id).body("state", equalTo("OPEN")).body("epoch", equalTo(2));
        post("craftsman2", id, "claim", Map.of()).statusCode(200);
        get("craftsman2", id).body("draft", equalTo("想到一半"));
    }

    @Test
    void aConfidentialTicketIsShownOnlyToThoseItIsOfferedTo() {
        String id = workshop.open("asker", "保密：" + Workshop.SHAFT_QUESTION, true)
                .id()
                .toString();
        database.update(
                "DELETE FROM ticket_offer WHERE ticket_id = ? AND account_id = ?",
                UUID.fromString(id),
                workshop.account("craftsman2"));
        get("craftsman", id).statusCode(200).body("confidential", equalTo(true));
        get("craftsman2", id).statusCode(404);
        post("craftsman2", id, "claim", Map.of()).statusCode(404);
        list("craftsman2", "view=open&limit=100").body("items.id", not(hasItem(id)));
        assertThat(database.list(
                        "SELECT 1 FROM outbox_event WHERE subject = ? AND 'role:CRAFTSMAN' = ANY (audience)",
                        row -> 1,
                        id))
                .isEmpty();
    }

    @Test
    void listsShowWhatTheCallerMaySeeAndWhatHeLooksFor() {
        String word = "铸铁" + UUID.randomUUID();
        String id = workshop.open("asker", word, false).id().toString();
        String foreign = workshop.open("asker2", word, false).id().toString();
        list("asker", "q=" + word).body("items.id", equalTo(List.of(id))).body("next", nullValue());
        list("curator", "q=" + word).body("items", hasSize(0));
        list("craftsman", "view=open&q=" + word).body("items.id", equalTo(List.of(foreign, id)));
        list("craftsman", "view=mine&q=" + word).body("items", hasSize(0));
        post("craftsman", id, "claim", Map.of()).statusCode(200);
        list("craftsman", "view=mine&q=" + word).body("items.id", equalTo(List.of(id)));
        list("craftsman", "view=open&q=" + word).body("items.state", everyItem(equalTo("OPEN")));
        list("dispatcher", "state=ASSIGNED&q=" + word).body("items.id", equalTo(List.of(id)));
        list("admin", "q=_%25_%25_%25_").body("items", hasSize(0));
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeats() {
        String word = "页" + UUID.randomUUID();
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 5; i++)
            opened.addFirst(workshop.open("asker", word, false).id().toString());
        List<String> read = new ArrayList<>();
        String next = "";
        while (next != null) {
            ValidatableResponse page = list("asker", "limit=2&q=" + word + "&cursor=" + next);
            read.addAll(page.extract().path("items.id"));
            next = page.extract().path("next");
        }
        assertThat(read).isEqualTo(opened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"view=theirs", "state=LOST", "limit=0", "limit=101", "limit=x", "cursor=abc"})
    void badParametersAreRefused(String query) {
        workshop.as("asker").get(TICKETS + "?" + query).then().statusCode(400);
    }

    private ValidatableResponse get(String login, String id) {
        return workshop.as(login).get(TICKETS + "/" + id).then();
    }

    private ValidatableResponse list(String login, String query) {
        return workshop.as(login)
                .urlEncodingEnabled(false)
                .get(TICKETS + "?" + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse post(String login, String id, String action, Map<String, Object> body) {
        return workshop.as(login)
                .body(body)
                .post(TICKETS + "/" + id + "/" + action)
                .then();
    }

    private ValidatableResponse draft(String login, String id, int epoch, String text) {
        return workshop.as(login)
                .body(Map.of("epoch", epoch, "text", text))
                .put(TICKETS + "/" + id + "/draft")
                .then();
    }

    private static void refused(String code, ValidatableResponse response) {
        response.statusCode(400).body("code", equalTo(code));
    }
}
