package io.jiangwen.ticket;

import static io.jiangwen.testsupport.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.jiangwen.account.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is offered what, on a trade of its own: robots, of which the demo's craftsmen know nothing. */
@QuarkusTest
class MatchingIT {
    private static final String ROBOT = "焊接机器人换了减速机以后怎么重新标定TCP？";

    private final Workshop workshop;
    private final Statements database;

    MatchingIT(Workshop workshop, Statements database) {
        this.workshop = workshop;
        this.database = database;
    }

    @BeforeEach
    void eightCraftsmenOfRobots() {
        for (int i = 0; i < 8; i++) database.update("""
                    INSERT INTO account (id, login, display_name, role, region, trades, created_at)
                    VALUES (?, ?, ?, 'CRAFTSMAN', '320000', '{robotics}', now())
                    ON CONFLICT ON CONSTRAINT account_login_uq DO UPDATE SET disabled = FALSE
                    """, UUID.randomUUID(), "robot" + i, "机器人师傅" + i);
        database.update(
                "DELETE FROM craftsman_solved WHERE account_id IN (SELECT id FROM account WHERE login LIKE 'robot%')");
        for (int i = 0; i < 7; i++) solvedBy("robot" + i);
    }

    @AfterEach
    void theyGo() {
        database.update("UPDATE account SET disabled = TRUE WHERE login LIKE 'robot%'");
    }

    @Test
    void fiveAreOfferedATicketAndOneOfThemIsNew() {
        List<String> asked = asked(open());
        assertThat(asked)
                .hasSize(5)
                .allMatch(login -> login.startsWith("robot"))
                .contains("robot7");
    }

    @Test
    void dispatchersReadWhoWasAskedAndWhyAndAskersDoNot() {
        String id = open().toString();
        get("dispatcher", id)
                .body("offers.reason", hasItem(containsString("机器人与AGV")))
                .body("offers.reason", hasItem(containsString("新加入")))
                .body("offers.reason", not(hasItem("")));
        get("asker", id).body("offers", empty());
        get("craftsman", id).body("offers", empty());
    }

    @Test
    void whoIsNotAvailableOrHoldsEnoughIsNotAsked() {
        database.update("""
                INSERT INTO craftsman_profile (account_id, available, capacity, updated_at)
                SELECT id, login <> 'robot0', CASE WHEN login = 'robot1' THEN 0 END, now()
                FROM account WHERE login IN ('robot0', 'robot1')
                """);
        try {
            for (int i = 0; i < 3; i++) assertThat(asked(open())).hasSize(5).doesNotContain("robot0", "robot1");
        } finally {
            database.update(
                    "DELETE FROM craftsman_profile WHERE account_id IN (SELECT id FROM account WHERE login LIKE 'robot%')");
        }
    }

    @Test
    void aConfirmedFixIsRememberedOnceAndOfAConfidentialOneOnlyThatThereWasOne() {
        for (boolean confidential : List.of(false, true)) {
            UUID id = workshop.open("asker", Workshop.SHAFT_QUESTION, confidential)
                    .id();
            workshop.as("craftsman")
                    .post("/api/v1/tickets/" + id + "/claim")
                    .then()
                    .statusCode(200);
            workshop.as("craftsman")
                    .body(Map.of("epoch", 1, "text", "用跟刀架。"))
                    .post("/api/v1/tickets/" + id + "/reply")
                    .then()
                    .statusCode(200);
            for (int i = 0; i < 2; i++)
                workshop.as("asker")
                        .body(Map.of("solved", true, "rating", 4))
                        .post("/api/v1/tickets/" + id + "/confirm")
                        .then()
                        .statusCode(200);
            assertThat(database.list(
                            "SELECT question, rating FROM craftsman_solved WHERE ticket_id = ?",
                            row -> row.getString("question") + " " + row.getInt("rating"),
                            id))
                    .containsExactly((confidential ? "null" : Workshop.SHAFT_QUESTION) + " 4");
        }
    }

    @Test
    void notMyTradeTeachesAndOtherReasonsDoNot() {
        UUID first = workshop.open("asker", Workshop.SHAFT_QUESTION, false).id();
        decline(first, "这周出差");
        assertThat(declined(first)).isEmpty();
        UUID second = workshop.open("asker", Workshop.SHAFT_QUESTION, false).id();
        for (int i = 0; i < 2; i++) decline(second, "不是我的工种");
        assertThat(declined(second)).contains("turning-milling");
        database.update("DELETE FROM craftsman_declined WHERE ticket_id = ?", second);
    }

    @Test
    void whenTheLastOneDeclinesOthersAreAskedAtOnce() {
        UUID id = workshop.open("asker", Workshop.SHAFT_QUESTION, false).id();
        database.update(
                "UPDATE ticket_offer SET declined_at = now() WHERE ticket_id = ? AND account_id <> ?",
                id,
                workshop.account("craftsman"));
        decline(id, "这周出差");
        assertThat(database.list("""
                        SELECT a.login FROM ticket_offer o JOIN account a ON a.id = o.account_id
                        WHERE o.ticket_id = ? AND o.declined_at IS NULL
                        """, row -> row.getString("login"), id))
                .isNotEmpty()
                .doesNotContain("craftsman");
    }

    @Test
    void aCraftsmanEditsHisOwnProfileAndDispatchersReadIt() {
        String id = workshop.account("craftsman2").toString();
        Map<String, Object> body = Map.of(
                "trades", List.of("welding", " ", "sheet-metal"),
                "processes", List.of("铸铁补焊"),
                "titles", List.of("首席技师"),
                "languages", List.of("zh"),
                "region", "320000",
                "capacity", 3,
                "visits", true);
        workshop.as("craftsman2")
                .body(body)
                .put("/api/v1/craftsmen/me/profile")
                .then()
                .statusCode(200)
                .body("trades", contains("welding", "sheet-metal"));
        workshop.as("dispatcher")
                .get("/api/v1/craftsmen/" + id + "/profile")
                .then()
                .statusCode(200)
                .body("processes", contains("铸铁补焊"))
                .body("titles", contains("首席技师"))
                .body("capacity", equalTo(3))
                .body("available", equalTo(true))
                .body("visits", equalTo(true))
                .body("name", notNullValue());
        database.update("DELETE FROM craftsman_profile WHERE account_id = ?", UUID.fromString(id));
        refused(
                404,
                "not-found",
                workshop.as("dispatcher")
                        .get("/api/v1/craftsmen/" + workshop.account("asker") + "/profile")
                        .then());
        refused(
                404,
                "not-found",
                workshop.as("dispatcher").get("/api/v1/craftsmen/x/profile").then());
    }

    private UUID open() {
        return workshop.open("asker", ROBOT, false).id();
    }

    private void solvedBy(String login) {
        database.update(
                "INSERT INTO craftsman_solved (ticket_id, account_id, question, at) SELECT ?, id, ?, now() FROM account WHERE login = ?",
                UUID.randomUUID(),
                "机器人TCP标定",
                login);
    }

    private List<String> asked(UUID ticket) {
        return database.list(
                "SELECT a.login FROM ticket_offer o JOIN account a ON a.id = o.account_id WHERE o.ticket_id = ? ORDER BY o.place",
                row -> row.getString("login"),
                ticket);
    }

    private void decline(UUID ticket, String reason) {
        workshop.as("craftsman")
                .body(Map.of("reason", reason))
                .post("/api/v1/tickets/" + ticket + "/decline")
                .then()
                .statusCode(200);
    }

    private List<String> declined(UUID ticket) {
        return database.list(
                "SELECT trade FROM craftsman_declined WHERE ticket_id = ?", row -> row.getString("trade"), ticket);
    }

    private ValidatableResponse get(String login, String id) {
        return workshop.as(login).get("/api/v1/tickets/" + id).then().statusCode(200);
    }
}
