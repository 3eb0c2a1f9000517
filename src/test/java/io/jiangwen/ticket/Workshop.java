package io.jiangwen.ticket;

import static io.restassured.RestAssured.given;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CallerId;
import io.jiangwen.account.Role;
import io.jiangwen.account.Statements;
import io.jiangwen.question.Dossier;
import io.jiangwen.text.Language;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The demo accounts at work: opens tickets, logs in, calls over HTTP. */
@ApplicationScoped
class Workshop {
    static final String SHAFT_QUESTION = "长径比大于20的细长轴车削时怎么控制直线度？";
    private final Tickets tickets;
    private final Statements database;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Workshop(Tickets tickets, Statements database) {
        this.tickets = tickets;
        this.database = database;
    }

    UUID account(String login) {
        return database.first("SELECT id FROM account WHERE login = ?", row -> row.getObject("id", UUID.class), login)
                .orElseThrow();
    }

    Caller craftsman(String login) {
        return new Caller(new CallerId.AccountId(account(login)), Role.CRAFTSMAN, login, null, null, "320000", null);
    }

    UUID thread(UUID asker) {
        UUID conversation = UUID.randomUUID();
        OffsetDateTime now = OffsetDateTime.now(java.time.ZoneOffset.UTC);
        database.update(
                "INSERT INTO conversation (id, account_id, created_at, updated_at) VALUES (?, ?, ?, ?)",
                conversation,
                asker,
                now,
                now);
        return conversation;
    }

    TicketSummary open(String asker, String question, boolean confidential) {
        UUID account = account(asker);
        return openIn(thread(account), account, question, confidential);
    }

    TicketSummary openIn(UUID thread, UUID asker, String question, boolean confidential) {
        return open(new CallerId.AccountId(asker), thread, question, confidential);
    }

    TicketSummary openFor(CallerId asker, UUID thread) {
        return open(asker, thread, SHAFT_QUESTION, false);
    }

    private TicketSummary open(CallerId asker, UUID thread, String question, boolean confidential) {
        return QuarkusTransaction.requiringNew()
                .call(() -> tickets.open(new TicketOpening(
                        asker,
                        null,
                        "示例精密机械厂",
                        "320000",
                        thread,
                        null,
                        question,
                        Language.ZH,
                        confidential,
                        dossier(question))));
    }

    private static Dossier dossier(String question) {
        return new Dossier(
                question,
                List.of(new Dossier.TriedPassage("kb-1", 1, "跟刀架的用法", "跟刀架支承力要小。", 0.61, 0.2, 0.4, 0.42)),
                0.31,
                0.8,
                "TOO_THIN",
                null);
    }

    /** The id of a ticket that {@code asker} has just opened. */
    String opened() {
        return open("asker", SHAFT_QUESTION, false).id().toString();
    }

    /** A ticket that {@code craftsman} has claimed under epoch 1. */
    String claimed() {
        String id = opened();
        as("craftsman").post("/api/v1/tickets/" + id + "/claim").then().statusCode(200);
        return id;
    }

    /** A ticket that {@code craftsman} has replied to under epoch 1. */
    String solved() {
        String id = claimed();
        as("craftsman")
                .body(Map.of("epoch", 1, "text", "用跟刀架并反向走刀。"))
                .post("/api/v1/tickets/" + id + "/reply")
                .then()
                .statusCode(200);
        return id;
    }

    RequestSpecification as(String login) {
        return given().header("Authorization", "Bearer " + token(login)).contentType(ContentType.JSON);
    }

    String token(String login) {
        return tokens.computeIfAbsent(login, name -> given().contentType(ContentType.JSON)
                .body(Map.of("login", name, "password", "jiangwen-demo"))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("token"));
    }
}
