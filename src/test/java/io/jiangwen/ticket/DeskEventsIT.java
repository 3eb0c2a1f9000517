package io.jiangwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.jiangwen.account.CallerId;
import io.jiangwen.account.Statements;
import io.jiangwen.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events of the table beyond claim and reply, over HTTP, each with what is refused. */
@QuarkusTest
class DeskEventsIT {
    private final Workshop workshop;
    private final Statements database;
    private final DueTickets due;
    private final Tickets tickets;
    private final Claims claims;

    DeskEventsIT(Workshop workshop, Statements database, DueTickets due, Tickets tickets, Claims claims) {
        this.workshop = workshop;
        this.database = database;
        this.due = due;
        this.tickets = tickets;
        this.claims = claims;
    }

    @Test
    void anOwnerGivesHisTicketToAColleagueAndHisDraftGoesAlong() {
        String id = workshop.claimed();
        draft("craftsman", id, 1, "写到一半");
        Map<String, Object> body = Map.of("epoch", 1, "craftsman", colleague(), "reason", "焊接问题");
        for (int i = 0; i < 2; i++)
            post("craftsman", id, "transfer", body)
                    .statusCode(200)
                    .body("state", equalTo("ASSIGNED"))
                    .body("epoch", equalTo(2))
                    .body("owner", equalTo("示例工匠·赵"));
        get("craftsman2", id).body("draft", equalTo("写到一半")).body("you.owner", equalTo(true));
        post("craftsman", id, "reply", Map.of("epoch", 1, "text", "迟到的答复"))
                .statusCode(409)
                .body("code", equalTo("stale-epoch"))
                .body("draft", equalTo("迟到的答复"));
    }

    @Test
    void aTransferNeedsAReasonAndAnotherCraftsman() {
        String id = workshop.claimed();
        refused(400, "missing-reason", post("craftsman", id, "transfer", Map.of("epoch", 1, "craftsman", colleague())));
        for (String nobody : List.of("x", UUID.randomUUID().toString(), account("craftsman"), account("asker")))
            refused(
                    400,
                    "no-such-craftsman",
                    post("craftsman", id, "transfer", Map.of("epoch", 1, "craftsman", nobody, "reason", "r")));
        refused(400, "no-such-craftsman", post("craftsman", id, "transfer", Map.of("epoch", 1, "reason", "r")));
        Map<String, Object> good = Map.of("epoch", 1, "craftsman", colleague(), "reason", "r");
        refused(403, "not-the-owner", post("dispatcher", id, "transfer", good));
        offeredTo("craftsman2", id);
        refused(403, "not-the-owner", post("craftsman2", id, "transfer", good));
        refused(403, "role-not-allowed", post("asker", id, "transfer", good));
        refused(400, "missing-epoch", post("craftsman", id, "transfer", Map.of("craftsman", colleague())));
        post("craftsman", id, "ask-back", Map.of("epoch", 1, "text", "材料？")).statusCode(200);
        impossible("TRANSFER", "PENDING", post("craftsman", id, "transfer", good));
    }

    @Test
    void anOwnerAsksBackAndTheAnswerBringsTheTicketBack() {
        String id = workshop.claimed();
        for (int i = 0; i < 2; i++)
            post("craftsman", id, "ask-back", Map.of("epoch", 1, "text", "什么材料？"))
                    .statusCode(200)
                    .body("state", equalTo("PENDING"))
                    .body("leaseUntil", nullValue())
                    .body("due", notNullValue())
                    .body("messages.text", equalTo(List.of("什么材料？")));
        get("asker", id).body("you.may", hasItem("ANSWER"));
        refused(403, "not-the-asker", post("craftsman", id, "answer", Map.of("text", "x")));
        refused(404, "not-found", post("asker2", id, "answer", Map.of("text", "x")));
        refused(400, "missing-text", post("asker", id, "answer", Map.of("text", " ")));
        post("asker", id, "answer", Map.of("text", "45 钢"))
                .statusCode(200)
                .body("state", equalTo("ASSIGNED"))
                .body("epoch", equalTo(1))
                .body("messages.text", equalTo(List.of("什么材料？", "45 钢")));
        impossible("ANSWER", "ASSIGNED", post("asker", id, "answer", Map.of("text", "又来")));
    }

    @Test
    void askingBackNeedsWordsAndTheOwner() {
        String id = workshop.claimed();
        refused(400, "missing-text", post("craftsman", id, "ask-back", Map.of("epoch", 1)));
        refused(400, "missing-epoch", post("craftsman", id, "ask-back", Map.of("text", "x")));
        refused(409, "stale-epoch", post("craftsman", id, "ask-back", Map.of("epoch", 0, "text", "x")));
        offeredTo("craftsman2", id);
        refused(403, "not-the-owner", post("craftsman2", id, "ask-back", Map.of("epoch", 1, "text", "x")));
        String solved = workshop.solved();
        impossible("ASK_BACK", "SOLVED", post("craftsman", solved, "ask-back", Map.of("epoch", 1, "text", "x")));
    }

    @Test
    void aTurnOfTheAskerAnswersToo() {
        UUID asker = workshop.account("asker");
        UUID id = UUID.fromString(workshop.claimed());
        post("craftsman", id.toString(), "ask-back", Map.of("epoch", 1, "text", "转速？"))
                .statusCode(200);
        QuarkusTransaction.requiringNew().run(() -> tickets.forward(id, new CallerId.AccountId(asker), "600 转"));
        get("craftsman", id.toString())
                .body("state", equalTo("ASSIGNED"))
                .body("messages.text", equalTo(List.of("转速？", "600 转")));
    }

    @Test
    void anAskerWhoNeverAnswersIsRemindedAndThenTheTicketIsClosedApart() {
        String id = workshop.claimed();
        post("craftsman", id, "ask-back", Map.of("epoch", 1, "text", "转速？")).statusCode(200);
        for (int reminder = 1; reminder <= 2; reminder++) {
            makeDue(id);
            due.run();
            get("asker", id).body("state", equalTo("PENDING"));
            assertThat(events(id, "REMIND")).isEqualTo(reminder);
        }
        due.run();
        get("asker", id).body("state", equalTo("PENDING"));
        makeDue(id);
        due.run();
        get("asker", id).body("state", equalTo("CLOSED")).body("closedAs", equalTo("NO_REPLY"));
        get("craftsman", id).body("article", nullValue());
    }

    @Test
    void aTicketIsHeldForAPartOrUntilADateAndComesBack() {
        String id = workshop.claimed();
        for (int i = 0; i < 2; i++)
            post("craftsman", id, "hold", Map.of("epoch", 1, "waitingFor", "PART", "reason", "等主轴轴承"))
                    .statusCode(200)
                    .body("state", equalTo("ON_HOLD"))
                    .body("due", notNullValue());
        refused(409, "transition-not-allowed", post("craftsman", id, "reply", Map.of("epoch", 1, "text", "x")));
        for (int i = 0; i < 2; i++)
            post("craftsman", id, "resume", Map.of("epoch", 1))
                    .statusCode(200)
                    .body("state", equalTo("ASSIGNED"))
                    .body("leaseUntil", notNullValue());
        String until = OffsetDateTime.now(ZoneOffset.UTC).plusDays(3).toString();
        post("craftsman", id, "hold", Map.of("epoch", 1, "until", until, "reason", "约了下周看"))
                .statusCode(200);
        makeDue(id);
        due.run();
        get("craftsman", id).body("state", equalTo("ASSIGNED")).body("epoch", equalTo(1));
    }

    @Test
    void holdingNeedsAReasonAndATimeThatIsNotTooFar() {
        String id = workshop.claimed();
        refused(400, "missing-reason", post("craftsman", id, "hold", Map.of("epoch", 1, "waitingFor", "PART")));
        refused(400, "invalid-until", post("craftsman", id, "hold", Map.of("epoch", 1, "reason", "r")));
        for (String until : List.of("morgen", "2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z"))
            refused(
                    400,
                    "invalid-until",
                    post("craftsman", id, "hold", Map.of("epoch", 1, "until", until, "reason", "r")));
        refused(
                400,
                "invalid-waiting-for",
                post("craftsman", id, "hold", Map.of("epoch", 1, "waitingFor", "GODOT", "reason", "r")));
        refused(
                409,
                "stale-epoch",
                post("craftsman", id, "hold", Map.of("epoch", 7, "waitingFor", "PART", "reason", "r")));
        impossible("RESUME", "ASSIGNED", post("craftsman", id, "resume", Map.of("epoch", 1)));
        offeredTo("craftsman2", id);
        refused(403, "not-the-owner", post("craftsman2", id, "resume", Map.of("epoch", 1)));
        String open = workshop.opened();
        refused(403, "not-the-owner", post("craftsman", open, "resume", Map.of("epoch", 0)));
    }

    @Test
    void aDispatcherGivesATicketToACraftsmanAndTheOldOwnerIsTold() {
        String id = workshop.claimed();
        for (int i = 0; i < 2; i++)
            post("dispatcher", id, "assign", Map.of("craftsman", colleague(), "reason", "陈师傅出差"))
                    .statusCode(200)
                    .body("owner", equalTo("示例工匠·赵"))
                    .body("epoch", equalTo(2));
        assertThat(database.list(
                        "SELECT audience FROM outbox_event WHERE subject = ? AND type = 'ticket.assigned'",
                        row -> List.of((String[]) row.getArray(1).getArray()),
                        id))
                .singleElement()
                .satisfies(audience ->
                        assertThat(audience).contains("account:" + account("craftsman"), "account:" + colleague()));
        refused(409, "stale-epoch", post("craftsman", id, "reply", Map.of("epoch", 1, "text", "x")));
        String pending = workshop.claimed();
        post("craftsman", pending, "ask-back", Map.of("epoch", 1, "text", "x")).statusCode(200);
        post("dispatcher", pending, "assign", Map.of("craftsman", colleague(), "reason", "r"))
                .statusCode(200)
                .body("state", equalTo("ASSIGNED"));
    }

    @Test
    void assigningNeedsAReasonACraftsmanAndAnUnansweredTicket() {
        String id = workshop.opened();
        refused(400, "missing-reason", post("dispatcher", id, "assign", Map.of("craftsman", colleague())));
        refused(
                400,
                "no-such-craftsman",
                post("dispatcher", id, "assign", Map.of("craftsman", account("curator"), "reason", "r")));
        refused(403, "role-not-allowed", post("craftsman", id, "assign", Map.of("craftsman", colleague())));
        refused(
                404,
                "not-found",
                post("dispatcher", UUID.randomUUID().toString(), "assign", Map.of("craftsman", colleague())));
        String solved = workshop.solved();
        impossible(
                "ASSIGN",
                "SOLVED",
                post("dispatcher", solved, "assign", Map.of("craftsman", colleague(), "reason", "r")));
    }

    @Test
    void aDispatcherWhoTookATicketOverAnswersIt() {
        String id = workshop.claimed();
        refused(400, "missing-reason", post("dispatcher", id, "take-over", Map.of()));
        for (int i = 0; i < 2; i++)
            post("dispatcher", id, "take-over", Map.of("reason", "企业停产，急"))
                    .statusCode(200)
                    .body("owner", equalTo("联络专员"))
                    .body("epoch", equalTo(2))
                    .body("you.may", hasItems("REPLY", "RELEASE"));
        refused(409, "stale-epoch", post("craftsman", id, "reply", Map.of("epoch", 1, "text", "x")));
        post("dispatcher", id, "reply", Map.of("epoch", 2, "text", "请先停机断电。")).statusCode(200);
        impossible("TAKE_OVER", "SOLVED", post("dispatcher", id, "take-over", Map.of("reason", "r")));
        refused(403, "role-not-allowed", post("craftsman", id, "take-over", Map.of("reason", "r")));
    }

    @Test
    void whatACraftsmanDeclinesStaysOpenForTheOthers() {
        String id = workshop.opened();
        get("craftsman", id).body("you.offered", notNullValue()).body("you.may", hasItem("DECLINE"));
        for (int i = 0; i < 2; i++)
            post("craftsman", id, "decline", Map.of("reason", "不是我的工种"))
                    .statusCode(200)
                    .body("state", equalTo("OPEN"))
                    .body("you.offered", nullValue())
                    .body("you.may", not(hasItem("DECLINE")));
        assertThat(events(id, "DECLINE")).isEqualTo(1);
        get("craftsman2", id).body("you.mayClaim", equalTo(true));
        refused(403, "role-not-allowed", post("dispatcher", id, "decline", Map.of()));
        String taken = workshop.claimed();
        impossible("DECLINE", "ASSIGNED", post("craftsman", taken, "decline", Map.of()));
        String other = workshop.opened();
        database.update("DELETE FROM ticket_offer WHERE ticket_id = ?", UUID.fromString(other));
        refused(403, "not-offered", post("craftsman", other, "decline", Map.of()));
    }

    @Test
    void aClosedTicketIsTakenUpAgainWithinAFortnight() {
        String id = workshop.solved();
        impossible("FOLLOW_UP", "SOLVED", post("asker", id, "follow-up", Map.of("text", "又弯了")));
        post("asker", id, "confirm", Map.of("solved", true, "rating", 4)).statusCode(200);
        refused(400, "missing-text", post("asker", id, "follow-up", Map.of()));
        refused(404, "not-found", post("asker2", id, "follow-up", Map.of("text", "x")));
        refused(403, "not-the-asker", post("craftsman", id, "follow-up", Map.of("text", "x")));
        for (int i = 0; i < 2; i++)
            post("asker", id, "follow-up", Map.of("text", "换了材料又弯了"))
                    .statusCode(200)
                    .body("id", equalTo(id))
                    .body("state", equalTo("ASSIGNED"))
                    .body("closedAs", nullValue())
                    .body("feedback", nullValue())
                    .body("messages.text", hasItem("换了材料又弯了"));
        post("craftsman", id, "reply", Map.of("epoch", 1, "text", "降低切削速度")).statusCode(200);
        post("asker", id, "confirm", Map.of("solved", true)).statusCode(200).body("closedAs", equalTo("CONFIRMED"));
    }

    @Test
    void laterAFollowUpIsANewTicketThatLinksBack() {
        String id = workshop.solved();
        post("asker", id, "confirm", Map.of("solved", true)).statusCode(200);
        database.update(
                "UPDATE ticket SET closed_at = closed_at - interval '15 days' WHERE id = ?", UUID.fromString(id));
        refused(403, "not-the-asker", post("craftsman", id, "follow-up", Map.of("text", "x")));
        String fresh = post("asker", id, "follow-up", Map.of("text", "半年后又弯了"))
                .statusCode(201)
                .body("id", not(equalTo(id)))
                .body("state", equalTo("OPEN"))
                .body("follows", equalTo(id))
                .extract()
                .path("id");
        get("asker", id).body("state", equalTo("CLOSED"));
        post("craftsman2", fresh, "claim", Map.of()).statusCode(200);
    }

    @Test
    void aReplyThatNobodyObjectedToIsAssumedToHaveWorkedAndCountedApart() {
        String id = workshop.solved();
        due.run();
        get("asker", id).body("state", equalTo("SOLVED"));
        makeDue(id);
        due.run();
        get("asker", id).body("state", equalTo("CLOSED")).body("closedAs", equalTo("ASSUMED"));
        assertThat(database.list(
                        "SELECT id FROM article WHERE ticket_id = ?", row -> row.getString(1), UUID.fromString(id)))
                .isEmpty();
        post("asker", id, "confirm", Map.of("solved", true)).statusCode(409);
    }

    @Test
    void nobodyHoldsMoreTicketsThanHeMay() {
        UUID id = UUID.randomUUID();
        database.update(
                "INSERT INTO account (id, login, display_name, role, created_at) VALUES (?, ?, '忙碌工匠', 'CRAFTSMAN', now())",
                id,
                "busy-" + id);
        database.update("INSERT INTO craftsman_limit (account_id, held_at_most) VALUES (?, 2)", id);
        io.jiangwen.account.Caller busy = new io.jiangwen.account.Caller(
                new CallerId.AccountId(id), io.jiangwen.account.Role.CRAFTSMAN, "忙碌工匠", null, null, null, null);
        try {
            for (int i = 0; i < 2; i++) claims.claim(UUID.fromString(workshop.opened()), busy);
            String third = workshop.opened();
            assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                    Problem.class, () -> claims.claim(UUID.fromString(third), busy))
                            .code())
                    .isEqualTo("too-many-tickets");
            post("craftsman2", third, "claim", Map.of()).statusCode(200);
            refused(
                    409,
                    "too-many-tickets",
                    post(
                            "craftsman2",
                            third,
                            "transfer",
                            Map.of("epoch", 1, "craftsman", id.toString(), "reason", "r")));
        } finally {
            database.update("UPDATE account SET disabled = true WHERE id = ?", id);
        }
    }

    @Test
    void craftsmenAreListedForThoseWhoHandTicketsOn() {
        workshop.as("dispatcher")
                .get("/api/v1/craftsmen")
                .then()
                .statusCode(200)
                .body("items.id", hasItems(account("craftsman"), colleague()))
                .body("items.name", hasItem("示例工匠·赵"))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-uuid", "00000000-0000-0000-0000-000000000000"})
    void whatIsNoTicketIsNotFound(String id) {
        for (String event : List.of("transfer", "ask-back", "hold", "resume", "decline"))
            refused(
                    404,
                    "not-found",
                    post("craftsman", id, event, Map.of("epoch", 1, "text", "x", "waitingFor", "PART")));
        for (String event : List.of("assign", "take-over"))
            refused(404, "not-found", post("dispatcher", id, event, Map.of()));
        for (String event : List.of("answer", "follow-up"))
            refused(404, "not-found", post("asker", id, event, Map.of("text", "x")));
    }

    private void makeDue(String id) {
        assertThat(database.update(
                        "UPDATE ticket SET due_at = now() - interval '1 second' WHERE id = ? AND due_at IS NOT NULL",
                        UUID.fromString(id)))
                .isEqualTo(1);
    }

    private int events(String id, String event) {
        return database.first(
                        "SELECT count(*) FROM ticket_event WHERE ticket_id = ? AND event = ?",
                        row -> row.getInt(1),
                        UUID.fromString(id),
                        event)
                .orElseThrow();
    }

    private String account(String login) {
        return workshop.account(login).toString();
    }

    private String colleague() {
        return account("craftsman2");
    }

    private ValidatableResponse get(String login, String id) {
        return workshop.as(login).get("/api/v1/tickets/" + id).then().statusCode(200);
    }

    private ValidatableResponse post(String login, String id, String event, Map<String, Object> body) {
        return workshop.as(login)
                .body(body)
                .post("/api/v1/tickets/" + id + "/" + event)
                .then();
    }

    private ValidatableResponse draft(String login, String id, int epoch, String text) {
        return workshop.as(login)
                .body(Map.of("epoch", epoch, "text", text))
                .put("/api/v1/tickets/" + id + "/draft")
                .then();
    }

    private static void refused(int status, String code, ValidatableResponse response) {
        response.statusCode(status).body("code", equalTo(code));
    }

    /** Lets him see the ticket, as an offer does. */
    private void offeredTo(String login, String id) {
        database.update(
                "INSERT INTO ticket_offer (ticket_id, account_id, reason, at) VALUES (?, ?, 'r', now()) ON CONFLICT DO NOTHING",
                UUID.fromString(id),
                workshop.account(login));
    }

    private static void impossible(String event, String state, ValidatableResponse response) {
        refused(409, "transition-not-allowed", response);
        response.body("event", equalTo(event)).body("state", equalTo(state));
    }
}
