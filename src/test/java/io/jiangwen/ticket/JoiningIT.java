package io.jiangwen.ticket;

import static io.jiangwen.testsupport.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.jiangwen.account.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Askers of one enterprise who ask the same wait for one ticket, and each speaks for himself. */
@QuarkusTest
class JoiningIT {
    private static final String COLLEAGUE = "asker-colleague";

    private final Workshop workshop;
    private final Statements database;

    JoiningIT(Workshop workshop, Statements database) {
        this.workshop = workshop;
        this.database = database;
    }

    @BeforeEach
    void aColleagueOfTheAsker() {
        database.update("""
                INSERT INTO account (id, login, password_hash, display_name, role, enterprise_id, region, created_at)
                SELECT gen_random_uuid(), ?, password_hash, '孙工', role, enterprise_id, region, now()
                FROM account WHERE login = 'asker' ON CONFLICT DO NOTHING
                """, COLLEAGUE);
    }

    @Test
    void aColleagueJoinsTheOpenTicketAndBothAreAnswered() {
        String question = question();
        String id = ask("asker", question).statusCode(201).extract().path("id");
        ask(COLLEAGUE, question.replace("怎么", "如何"))
                .statusCode(200)
                .body("id", equalTo(id))
                .body("askers", equalTo(2))
                .body("you.asker", equalTo(true))
                .body("word", equalTo("WAITING"));
        list(COLLEAGUE).body("items.id", hasItem(id));
        reply(id);
        assertThat(told(id, "ticket.replied"))
                .contains("account:" + workshop.account("asker"), "account:" + workshop.account(COLLEAGUE));
        for (int i = 0; i < 2; i++)
            confirm(COLLEAGUE, id, true)
                    .statusCode(200)
                    .body("state", equalTo("SOLVED"))
                    .body("word", equalTo("CONFIRMED"));
        get("asker", id).body("state", equalTo("SOLVED")).body("word", equalTo("WAITING"));
        refused(409, "undo-too-late", post("craftsman", id, "undo", Map.of("epoch", 1)));
        confirm("asker", id, true)
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("closedAs", equalTo("CONFIRMED"));
        get(COLLEAGUE, id).body("state", equalTo("CLOSED"));
    }

    @Test
    void whoRejectsGoesOnAloneAndTheOthersAreDone() {
        String question = question();
        String id = ask("asker", question).statusCode(201).extract().path("id");
        ask(COLLEAGUE, question).statusCode(200);
        reply(id);
        String own = confirm(COLLEAGUE, id, false)
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("follows", equalTo(id))
                .body("id", not(equalTo(id)))
                .extract()
                .path("id");
        confirm(COLLEAGUE, id, false).statusCode(200).body("id", equalTo(own));
        get("asker", id).body("state", equalTo("SOLVED"));
        refused(
                404,
                "not-found",
                workshop.as("asker").get("/api/v1/tickets/" + own).then());
        confirm("asker", id, true).statusCode(200).body("closedAs", equalTo("CONFIRMED"));
        workshop.as("craftsman2")
                .post("/api/v1/tickets/" + own + "/claim")
                .then()
                .statusCode(200);
    }

    @Test
    void whoOpenedItMayRejectAndTheOneWhoJoinedMayConfirm() {
        String question = question();
        String id = ask("asker", question).statusCode(201).extract().path("id");
        ask(COLLEAGUE, question).statusCode(200);
        reply(id);
        confirm(COLLEAGUE, id, true).statusCode(200).body("state", equalTo("SOLVED"));
        confirm("asker", id, false)
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("follows", equalTo(id));
        get(COLLEAGUE, id).body("state", equalTo("CLOSED")).body("closedAs", equalTo("CONFIRMED"));
        assertThat(workshop.as("curator")
                        .get("/api/v1/articles?ticket=" + id)
                        .jsonPath()
                        .getList("items"))
                .as("whoever wrote the question did not agree to publication")
                .isEmpty();
    }

    @Test
    void nobodyCancelsWhatAnotherWaitsFor() {
        String question = question();
        String id = ask("asker", question).statusCode(201).extract().path("id");
        ask(COLLEAGUE, question).statusCode(200);
        for (String one : List.of("asker", COLLEAGUE)) refused(409, "others-wait", post(one, id, "cancel", Map.of()));
        post("dispatcher", id, "cancel", Map.of("reason", "重复")).statusCode(200).body("state", equalTo("CANCELLED"));
    }

    @Test
    void anotherEnterpriseAndConfidentialOnesAreNeverJoined() {
        String question = question();
        String id = ask("asker", question).statusCode(201).extract().path("id");
        ask("asker2", question).statusCode(201).body("id", not(equalTo(id)));
        workshop.as(COLLEAGUE)
                .body(Map.of("question", question, "confidential", true))
                .post("/api/v1/tickets")
                .then()
                .statusCode(201)
                .body("id", not(equalTo(id)));
        String secret = question();
        workshop.as("asker")
                .body(Map.of("question", secret, "confidential", true))
                .post("/api/v1/tickets")
                .then()
                .statusCode(201);
        ask(COLLEAGUE, secret).statusCode(201);
    }

    @Test
    void otherFiguresOtherWordsOrAnAnsweredTicketMakeATicketOfTheirOwn() {
        String question = question();
        String id = ask("asker", question).statusCode(201).extract().path("id");
        ask(COLLEAGUE, question.replace("直径25", "直径60")).statusCode(201);
        ask(COLLEAGUE, "铸件表面有气孔怎么办？").statusCode(201);
        reply(id);
        ask(COLLEAGUE, question).statusCode(201);
    }

    @Test
    void theChatSaysThatTheQuestionIsWaitedFor() {
        String question =
                "激光切割3 mm不锈钢板背面挂渣，怎么调参数？批号" + ThreadLocalRandom.current().nextInt(100_000, 999_999);
        String id = ask("asker", question).statusCode(201).extract().path("id");
        String thread = workshop.as(COLLEAGUE)
                .body(Map.of())
                .post("/api/v1/conversations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        workshop.as(COLLEAGUE)
                .body(Map.of("question", question))
                .post("/api/v1/conversations/" + thread + "/turns")
                .then()
                .statusCode(201)
                .body("outcome", equalTo("JOINED"))
                .body("ticket.id", equalTo(id));
        workshop.as("craftsman").post("/api/v1/tickets/" + id + "/claim").then().statusCode(200);
        workshop.as(COLLEAGUE)
                .body(Map.of("question", "还有一件事"))
                .post("/api/v1/conversations/" + thread + "/turns")
                .then()
                .statusCode(201)
                .body("outcome", equalTo("FORWARDED"));
        get("craftsman", id).body("messages.text", hasItem("还有一件事"));
    }

    @Test
    void manyWhoAskAtOnceShareATicketAndNoneIsLost() throws Exception {
        String question = question();
        String id = ask("asker", question).statusCode(201).extract().path("id");
        Set<String> ids = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<String>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++)
                running.add(
                        threads.submit(() -> ask(COLLEAGUE, question).extract().path("id")));
            for (Future<String> each : running) ids.add(each.get());
        }
        assertThat(ids).contains(id);
        assertThat(database.first(
                        "SELECT count(*) FROM ticket_asker WHERE ticket_id = ?",
                        row -> row.getInt(1),
                        UUID.fromString(id)))
                .hasValue(2);
    }

    /** A question that no other test asks. */
    private static String question() {
        return "直径25的细长轴车削时中间粗两头细怎么调整？批号" + ThreadLocalRandom.current().nextInt(100_000, 999_999);
    }

    private ValidatableResponse ask(String login, String question) {
        return workshop.as(login)
                .body(Map.of("question", question))
                .post("/api/v1/tickets")
                .then();
    }

    private void reply(String id) {
        workshop.as("craftsman").post("/api/v1/tickets/" + id + "/claim").then().statusCode(200);
        post("craftsman", id, "reply", Map.of("epoch", 1, "text", "用跟刀架并反向走刀。")).statusCode(200);
    }

    private ValidatableResponse confirm(String login, String id, boolean solved) {
        return post(login, id, "confirm", Map.of("solved", solved, "consent", true));
    }

    private List<String> told(String id, String type) {
        return database.list(
                "SELECT unnest(audience) FROM outbox_event WHERE subject = ? AND type = ?",
                row -> row.getString(1),
                id,
                type);
    }

    private ValidatableResponse list(String login) {
        return workshop.as(login)
                .get("/api/v1/tickets?view=mine&limit=100")
                .then()
                .statusCode(200);
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
