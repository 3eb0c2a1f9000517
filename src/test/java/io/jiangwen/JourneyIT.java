package io.jiangwen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.Cited;
import io.jiangwen.testsupport.EventStream;
import io.jiangwen.testsupport.Facts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole loop over HTTP: asked, answered or handed over, replied to, confirmed, reviewed, known. */
@QuarkusTest
@Timeout(300)
class JourneyIT {
    private static final String CRAFTSMAN = "示例工匠·陈";

    private final Callers callers;
    private Api asker;
    private Api asker2;
    private Api craftsman;
    private Api curator;

    JourneyIT(Callers callers) {
        this.callers = callers;
    }

    @BeforeEach
    void everybodyIsThere() {
        callers.awaitKnowledge();
        asker = callers.as("asker");
        asker2 = callers.as("asker2");
        craftsman = callers.as("craftsman");
        curator = callers.as("curator");
    }

    @Test
    void aQuestionIsAnsweredAndEverySentenceResolvesToItsSource() {
        JsonPath turn = asker.ask(Facts.SLENDER_SHAFT_QUESTION);
        assertThat(turn.getString("outcome")).isEqualTo("ANSWERED");
        assertThat(turn.<Object>get("ticket")).isNull();
        assertThat(turn.getDouble("probability")).isBetween(0.5, 1.0);
        assertThat(turn.getString("answer.composer")).isEqualTo("EXTRACTIVE");
        assertThat(turn.getString("certificate.state")).isEqualTo("NOT_YET");
        assertThat(turn.getList("citations.article", String.class)).contains("course-turning-slender-shaft");
        Cited.assertResolved(asker, turn);
    }

    @Test
    void anAnswerAboutDangerousWorkBeginsWithAWarning() {
        JsonPath turn = asker.ask("三个人一起修一台设备，上锁挂牌的锁怎么挂，一把够不够？");
        assertThat(turn.getString("outcome")).as(turn.prettify()).isEqualTo("ANSWERED");
        assertThat(turn.getInt("safety")).isGreaterThanOrEqualTo(2);
        assertThat(turn.getString("message")).startsWith("注意：涉及高风险作业");
        assertThat(asker.ask("J507低氢焊条烘几度烘多久").getInt("safety")).isLessThan(2);
    }

    @Test
    void aReplyBecomesKnowledgeThatAnswersAnotherEnterprise() throws Exception {
        String ticket = escalated();
        try (EventStream page = asker.events(null)) {
            claimAndReply(ticket);
            assertThat(page.next(ticket).event()).isEqualTo("ticket.claimed");
            assertThat(page.next(ticket).event()).isEqualTo("ticket.replied");
        }
        confirm(ticket);
        String article = reviewed(ticket);
        JsonPath turn = asker2.ask(Facts.ACRYLIC_QUESTION_IN_OTHER_WORDS);
        assertThat(turn.getString("outcome")).as(turn.prettify()).isEqualTo("ANSWERED");
        assertThat(turn.getString("citations[0].article")).isEqualTo(article);
        assertThat(turn.getString("citations[0].author")).isEqualTo(CRAFTSMAN);
        Cited.assertResolved(asker2, turn);
        asker.get("/tickets/{id}", ticket).statusCode(200).body("article", equalTo(article));
    }

    private String escalated() {
        JsonPath turn = asker.ask(Facts.ACRYLIC_QUESTION);
        assertThat(turn.getString("outcome")).as(turn.prettify()).isEqualTo("ESCALATED");
        assertThat(turn.getString("reason")).isEqualTo("TOO_THIN");
        assertThat(turn.<Object>get("answer")).isNull();
        assertThat(turn.getString("ticket.state")).isEqualTo("OPEN");
        assertThat(turn.getString("message")).contains(turn.getString("ticket.number"));
        return turn.getString("ticket.id");
    }

    private void claimAndReply(String ticket) {
        craftsman
                .get("/tickets/{id}", ticket)
                .statusCode(200)
                .body("question", equalTo(Facts.ACRYLIC_QUESTION))
                .body("dossier.rewritten", equalTo(Facts.ACRYLIC_QUESTION))
                .body("dossier.reason", equalTo("TOO_THIN"))
                .body("dossier.passages[0].quote", notNullValue())
                .body("dossier.threshold", notNullValue());
        int epoch = craftsman
                .post("/tickets/" + ticket + "/claim", Map.of())
                .statusCode(200)
                .body("state", equalTo("ASSIGNED"))
                .extract()
                .path("epoch");
        craftsman
                .post("/tickets/" + ticket + "/reply", Map.of("epoch", epoch, "text", Facts.ACRYLIC_REPLY))
                .statusCode(200)
                .body("state", equalTo("SOLVED"));
    }

    private void confirm(String ticket) {
        asker.get("/tickets/{id}", ticket)
                .body("messages[0].from", equalTo("CRAFTSMAN"))
                .body("messages[0].text", containsString("0.02 MPa"));
        asker.post("/tickets/" + ticket + "/confirm", Map.of("solved", true, "rating", 5, "consent", true))
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("closedAs", equalTo("CONFIRMED"));
    }

    /** The id of the case after a curator has edited and published it. */
    private String reviewed(String ticket) {
        JsonPath drafted = curator.read("/articles?ticket={id}", ticket);
        assertThat(drafted.getList("items")).hasSize(1);
        JsonPath draft = drafted.setRootPath("items[0]");
        assertThat(draft.getString("kind")).isEqualTo("CASE");
        assertThat(draft.getString("state")).isEqualTo("IN_REVIEW");
        assertThat(draft.getString("author")).isEqualTo(CRAFTSMAN);
        assertThat(draft.getString("text")).contains("0.02 MPa").contains("## ");
        String id = draft.getString("id");
        asker2.get("/articles/{id}", id).statusCode(404);
        Map<String, Object> edit = Map.of(
                "version",
                draft.getInt("version"),
                "title",
                "激光切割亚克力断面发黄起泡",
                "author",
                "别人",
                "text",
                draft.getString("text"));
        int version = curator.put("/articles/" + id, edit)
                .statusCode(200)
                .body("author", equalTo(CRAFTSMAN))
                .body("state", equalTo("IN_REVIEW"))
                .extract()
                .path("version");
        curator.put("/articles/" + id, edit).statusCode(409).body("code", equalTo("stale-version"));
        curator.post("/articles/" + id + "/approve", Map.of("version", version))
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"))
                .body("version", equalTo(version));
        return id;
    }

    @Test
    void aVisitorSaysWhomToAnswerBeforeATicketOpens() throws Exception {
        Api visitor = callers.visitor();
        String thread = visitor.thread();
        JsonPath turn = visitor.ask(thread, "铂金坩埚拉制玻璃纤维时漏板孔堵塞怎么疏通？");
        assertThat(turn.getString("outcome")).as(turn.prettify()).isEqualTo("ESCALATED");
        assertThat(turn.<Object>get("ticket")).isNull();
        String ticket = visitor.put(
                        "/widget/sessions/current",
                        Map.of("enterprise", "示例玻纤厂", "contact", "13800138000", "consent", true))
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("enterprise", equalTo("示例玻纤厂"))
                .extract()
                .path("id");
        visitor.get("/conversations/{id}", thread)
                .body("turns", hasSize(1))
                .body("turns[0].ticket.id", equalTo(ticket))
                .body("turns[0].message", containsString("T-"));
        visitor.put(
                        "/widget/sessions/current",
                        Map.of("enterprise", "示例玻纤厂", "contact", "13800138000", "consent", true))
                .statusCode(204);
        try (EventStream page = visitor.events(null)) {
            claimAndReplyTo(ticket, "用专用通针逐孔疏通。");
            assertThat(page.next(ticket).event()).isEqualTo("ticket.claimed");
            assertThat(page.next(ticket).event()).isEqualTo("ticket.replied");
        }
        visitor.post("/tickets/" + ticket + "/confirm", Map.of("solved", true, "consent", false))
                .statusCode(200);
        curator.get("/articles?ticket={id}", ticket).body("items", hasSize(0));
    }

    private void claimAndReplyTo(String ticket, String text) {
        int epoch = craftsman
                .post("/tickets/" + ticket + "/claim", Map.of())
                .extract()
                .path("epoch");
        craftsman
                .post("/tickets/" + ticket + "/reply", Map.of("epoch", epoch, "text", text))
                .statusCode(200);
    }
}
