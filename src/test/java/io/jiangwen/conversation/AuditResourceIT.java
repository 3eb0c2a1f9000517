package io.jiangwen.conversation;

import static io.jiangwen.testsupport.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.DrawnAnswers;
import io.jiangwen.testsupport.DrawnAnswers.Drawn;
import io.jiangwen.testsupport.EventStream;
import io.jiangwen.testsupport.Facts;
import io.jiangwen.testsupport.ServerEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Audits over HTTP: who sees what, whose word counts, and what follows from it. */
@QuarkusTest
@Timeout(300)
class AuditResourceIT {
    private static final String SHAFT = "course-turning-slender-shaft";
    private static final String ROPE = "手摇搓绳机绳股松散时，先把张紧轮压力调到12 N，再把搓轮转速降到30 r/min，绳股就会搓紧。";
    private static final String ASKED = Facts.SLENDER_SHAFT_QUESTION;

    private final Callers callers;
    private final DrawnAnswers answers;
    private final EntityManager database;
    private Api asker;
    private Api craftsman;
    private Api craftsman2;
    private Api curator;
    private Api curator2;

    AuditResourceIT(Callers callers, DrawnAnswers answers, EntityManager database) {
        this.callers = callers;
        this.answers = answers;
        this.database = database;
    }

    @BeforeEach
    void everybodyIsThere() {
        callers.awaitKnowledge();
        asker = callers.as("asker");
        craftsman = callers.as("craftsman");
        craftsman2 = callers.as("craftsman2");
        curator = callers.as("curator");
        curator2 = callers.as("curator2");
        answers.settleAll();
    }

    /** What waits is not left to the tests that come later. */
    @AfterEach
    void nothingWaits() {
        answers.settleAll();
    }

    @Test
    void anAuditorSeesWhatWasAskedAndAnsweredAndNotWhoAsked() {
        Drawn drawn = drawn(asker, "示例精密机械厂问：" + ASKED);
        JsonPath seen = craftsman.read("/audits/{id}", drawn.audit());
        assertThat(seen.getString("question")).isEqualTo("〔…〕问：" + ASKED);
        assertThat(seen.getList("answer.sentences")).isNotEmpty();
        assertThat(seen.getList("citations.article", String.class)).contains(SHAFT);
        assertThat(seen.<Object>get("outcome")).isNull();
        assertThat(seen.<Object>get("probability")).isNull();
        assertThat(seen.prettify())
                .doesNotContain("示例精密机械厂")
                .doesNotContain("王师傅")
                .doesNotContain(drawn.thread())
                .doesNotContain(account("asker"));
        for (int i = 0; i < seen.getList("citations").size(); i++)
            craftsman
                    .get(
                            "/articles/{id}/versions/{n}",
                            seen.getString("citations[" + i + "].article"),
                            seen.getInt("citations[" + i + "].version"))
                    .statusCode(200);
    }

    @Test
    void onlyAnswersAreDrawn() {
        for (int i = 0; i < 10; i++) callers.as("dispatcher").ask("你好");
        assertThat(count("SELECT count(*) FROM audit a JOIN turn t ON t.id = a.turn_id WHERE t.outcome <> 'ANSWERED'"))
                .isZero();
    }

    @Test
    void theNextOnesAreFewAndTheOldestComesFirst() {
        String first = drawn(callers.as("asker2"), ASKED).audit();
        for (int i = 0; i < 6; i++) drawn(callers.as("asker2"), ASKED);
        JsonPath next = craftsman.read("/audits");
        assertThat(next.getList("items")).hasSize(5);
        assertThat(next.getString("items[0].id")).isEqualTo(first);
        craftsman
                .post("/audits/" + first + "/verdict", Map.of("verdict", "RIGHT"))
                .statusCode(200);
        assertThat(craftsman.read("/audits").getList("items.id")).doesNotContain(first);
    }

    @Test
    void craftsmenOfTheTradeAreAskedBeforeOthers() {
        String audit = drawn(asker, ASKED).audit();
        assertThat(craftsman.read("/audits").getList("items.id")).contains(audit);
        assertThat(curator.read("/audits").getList("items.id")).contains(audit);
        assertThat(craftsman2.read("/audits").getList("items.id")).doesNotContain(audit);
        update("UPDATE audit SET drawn_at = drawn_at - interval '3 days' WHERE id = '" + audit + "'");
        assertThat(craftsman2.read("/audits").getList("items.id")).contains(audit);
    }

    @Test
    void aWordCountsInTheCertificateOfEveryTurn() {
        Drawn drawn = drawn(asker, ASKED);
        JsonPath before = curator.read("/certificate");
        assertThat(before.getInt("waiting")).isPositive();
        assertThat(before.getInt("windowDays")).isEqualTo(90);
        assertThat(before.getString("since")).isNotNull();
        assertThat(before.getString("settings.model")).isEqualTo("none");
        craftsman
                .post("/audits/" + drawn.audit() + "/verdict", Map.of("verdict", "WRONG", "reason", "进给量不对"))
                .statusCode(200)
                .body("outcome", equalTo("WRONG"))
                .body("yours", equalTo("WRONG"));
        JsonPath after = curator.read("/certificate");
        assertThat(after.getInt("audited")).isEqualTo(before.getInt("audited") + 1);
        assertThat(after.getInt("errors")).isEqualTo(before.getInt("errors") + 1);
        assertThat(after.getInt("waiting")).isEqualTo(before.getInt("waiting") - 1);
        assertThat(after.getDouble("bound")).isGreaterThan(after.getDouble("errors") / after.getInt("audited"));
        asker.get("/conversations/{id}", drawn.thread())
                .statusCode(200)
                .body("turns[0].certificate.audited", equalTo(after.getInt("audited")))
                .body("turns[0].certificate.errors", equalTo(after.getInt("errors")))
                .body("turns[0].certificate.bound", equalTo(after.getFloat("bound")))
                .body("turns[0].certificate.state", equalTo(after.getString("state")));
        assertThat(asker.ask("你好").getInt("certificate.audited")).isEqualTo(after.getInt("audited"));
    }

    @Test
    void whoWasAnsweredWronglyIsTold() throws Exception {
        Drawn wrong = drawn(asker, ASKED);
        Drawn right = drawn(asker, ASKED);
        try (EventStream page = asker.events(null)) {
            curator.post("/audits/" + right.audit() + "/verdict", Map.of("verdict", "RIGHT"))
                    .statusCode(200);
            curator.post("/audits/" + wrong.audit() + "/verdict", Map.of("verdict", "WRONG", "reason", "内部理由"))
                    .statusCode(200);
            List<ServerEvent> heard = page.until(wrong.turn());
            assertThat(heard).extracting(ServerEvent::event).containsExactly("answer.recalled");
            assertThat(heard.getLast().data()).contains(wrong.thread()).doesNotContain("内部理由");
        }
        asker.get("/conversations/{id}", wrong.thread())
                .body("turns[0].recalled.reason", equalTo("AUDIT"))
                .body("turns[0].recalled.at", notNullValue())
                .body("turns[0].answer", notNullValue());
        asker.get("/conversations/{id}", right.thread()).body("turns[0].recalled", nullValue());
    }

    @Test
    void ofTwoWhoJudgeAtOnceOneWins() throws Exception {
        for (int round = 0; round < 3; round++) {
            String audit = drawn(callers.as("dispatcher"), ASKED).audit();
            int before = curator.read("/certificate").getInt("audited");
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                List<Future<Integer>> answers = both.invokeAll(List.<Callable<Integer>>of(
                        () -> status(craftsman, audit, "RIGHT"), () -> status(curator, audit, "WRONG")));
                assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
            }
            assertThat(curator.read("/certificate").getInt("audited")).isEqualTo(before + 1);
            assertThat(count("SELECT count(*) FROM audit_verdict WHERE audit_id = '" + audit + "'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void oneWordIsEnoughAndStays() {
        String audit = drawn(callers.as("admin"), ASKED).audit();
        String address = "/audits/" + audit + "/verdict";
        craftsman.post(address, Map.of("verdict", "right")).statusCode(200).body("outcome", equalTo("RIGHT"));
        int audited = curator.read("/certificate").getInt("audited");
        craftsman.post(address, Map.of("verdict", "RIGHT")).statusCode(200).body("outcome", equalTo("RIGHT"));
        refused(409, "audit-judged-before", craftsman.post(address, Map.of("verdict", "WRONG")));
        refused(409, "audit-settled", curator.post(address, Map.of("verdict", "WRONG")));
        assertThat(curator.read("/certificate").getInt("audited")).isEqualTo(audited);
        assertThatThrownBy(() -> update("UPDATE audit_verdict SET verdict = 'WRONG' WHERE audit_id = '" + audit + "'"))
                .rootCause()
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> update("DELETE FROM audit_verdict WHERE audit_id = '" + audit + "'"))
                .rootCause()
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> update("UPDATE audit SET outcome = 'WRONG' WHERE id = '" + audit + "'"))
                .rootCause()
                .hasMessageContaining("settled");
    }

    @Test
    void whoCannotTellLeavesItToASecondPerson() {
        String audit = drawn(callers.as("admin"), ASKED).audit();
        String address = "/audits/" + audit + "/verdict";
        JsonPath before = curator.read("/certificate");
        craftsman
                .post(address, Map.of("verdict", "CANNOT_TELL"))
                .statusCode(200)
                .body("outcome", nullValue());
        assertThat(craftsman.read("/audits").getList("items.id")).doesNotContain(audit);
        assertThat(curator.read("/certificate").getInt("audited")).isEqualTo(before.getInt("audited"));
        assertThat(curator.read("/audits").getList("items.id")).contains(audit);
        curator.post(address, Map.of("verdict", "CANNOT_TELL")).statusCode(200).body("outcome", equalTo("CANNOT_TELL"));
        JsonPath after = curator.read("/certificate");
        assertThat(after.getInt("audited")).isEqualTo(before.getInt("audited") + 1);
        assertThat(after.getInt("errors")).isEqualTo(before.getInt("errors") + 1);
        refused(409, "audit-settled", curator2.post(address, Map.of("verdict", "RIGHT")));
    }

    @Test
    void nobodyJudgesTheAnswerToHisOwnQuestion() {
        String audit = drawn(craftsman, ASKED).audit();
        invisible(craftsman, audit);
        assertThat(curator.read("/audits").getList("items.id")).contains(audit);
    }

    @Test
    void nobodyJudgesAnAnswerFromHisOwnArticle() {
        String audit = drawn(callers.as("admin"), ASKED).audit();
        update("UPDATE article SET author_account = '" + account("craftsman") + "' WHERE id = '" + SHAFT + "'");
        try {
            invisible(craftsman, audit);
            curator.get("/audits/{id}", audit).statusCode(200);
        } finally {
            update("UPDATE article SET author_account = NULL WHERE id = '" + SHAFT + "'");
        }
    }

    @Test
    void anAnswerFromAPrivateArticleIsJudgedByThoseWhoMayReadIt() {
        String audit = drawn(callers.as("admin"), ASKED).audit();
        String enterprise = UUID.randomUUID().toString();
        for (String audience : List.of("'ENTERPRISE', '" + enterprise + "'", "'INDUSTRY', 'C34'")) {
            update("UPDATE article SET (visibility, audience) = (" + audience + ") WHERE id = '" + SHAFT + "'");
            try {
                invisible(craftsman, audit);
                curator.get("/audits/{id}", audit).statusCode(200);
            } finally {
                update("UPDATE article SET (visibility, audience) = ('PUBLIC', NULL) WHERE id = '" + SHAFT + "'");
            }
        }
    }

    @Test
    void whatIsConfidentialIsNotAudited() {
        Drawn drawn = drawn(asker, ASKED);
        String ticket = asker.post("/tickets", Map.of("question", "保密：" + ASKED, "confidential", true))
                .statusCode(201)
                .extract()
                .path("id");
        update("UPDATE ticket SET conversation_id = '" + drawn.thread() + "' WHERE id = '" + ticket + "'");
        invisible(craftsman, drawn.audit());
        invisible(curator, drawn.audit());
    }

    @Test
    void anAnswerFromAnArticleThatWasWithdrawnStillShowsTheVersionThatWasCited() {
        String article = curator.post("/articles", Map.of("title", "搓绳机绳股松散的调整", "text", ROPE))
                .statusCode(201)
                .extract()
                .path("id");
        curator.post("/articles/" + article + "/submit", Map.of()).statusCode(200);
        curator2.post("/articles/" + article + "/approve", Map.of("version", 1, "withoutProof", "测试"))
                .statusCode(200);
        Drawn drawn = drawn(asker, "手摇搓绳机绳股松散怎么调整？");
        curator.post("/articles/" + article + "/retract", Map.of("reason", "测试"))
                .statusCode(200);
        invisible(curator, drawn.audit());
        JsonPath seen = curator2.read("/audits/{id}", drawn.audit());
        assertThat(seen.getList("citations.article", String.class)).contains(article);
        craftsman.get("/articles/{id}/versions/{n}", article, 1).statusCode(200).body("state", equalTo("RETRACTED"));
        craftsman
                .post("/audits/" + drawn.audit() + "/verdict", Map.of("verdict", "RIGHT"))
                .statusCode(200);
    }

    @Test
    void othersNeitherAuditNorReadTheCertificate() {
        refused(403, asker.get("/audits"));
        refused(403, callers.as("dispatcher").get("/audits"));
        refused(403, callers.as("admin").post("/audits/" + UUID.randomUUID() + "/verdict", Map.of("verdict", "RIGHT")));
        refused(403, asker.get("/certificate"));
        refused(401, Callers.NOBODY.get("/certificate"));
        callers.as("dispatcher").get("/certificate").statusCode(200);
        callers.as("admin").get("/certificate").statusCode(200);
    }

    private static void invisible(Api auditor, String audit) {
        refused(404, "not-found", auditor.get("/audits/{id}", audit));
        refused(404, "not-found", auditor.post("/audits/" + audit + "/verdict", Map.of("verdict", "RIGHT")));
        auditor.get("/audits").body("items.findAll { it.id == '" + audit + "' }", hasSize(0));
    }

    private static int status(Api auditor, String audit, String verdict) {
        return auditor.post("/audits/" + audit + "/verdict", Map.of("verdict", verdict))
                .extract()
                .statusCode();
    }

    private Drawn drawn(Api caller, String question) {
        return answers.ask(caller, question);
    }

    private String account(String login) {
        return (String) QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        "SELECT CAST(id AS text) FROM account WHERE login = :login", String.class)
                .setParameter("login", login)
                .getSingleResult());
    }

    private long count(String sql) {
        return (Long) QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(sql, Long.class).getSingleResult());
    }

    private void update(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }
}
