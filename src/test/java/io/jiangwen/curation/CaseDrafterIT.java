package io.jiangwen.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.jiangwen.text.Language;
import io.jiangwen.ticket.FixConfirmed;
import io.jiangwen.ticket.ReplyCard;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CaseDrafterIT {
    private static final String QUESTION = "苏州精工机械有限公司的王小明问：磨床磨薄板总是翘，13812345678，怎么办？";

    private final Event<FixConfirmed> confirmations;
    private final EditorialOffice office;
    private final EntityManager database;

    CaseDrafterIT(Event<FixConfirmed> confirmations, EditorialOffice office, EntityManager database) {
        this.confirmations = confirmations;
        this.office = office;
        this.database = database;
    }

    @Test
    void aConfirmedReplyBecomesTheCraftsmansCase() {
        UUID ticket = ticket();
        confirm(fix(ticket, null, true, false));
        JsonPath found = drafts(ticket);
        assertThat(found.getList("items")).hasSize(1);
        assertThat(found.getString("items[0].kind")).isEqualTo("CASE");
        assertThat(found.getString("items[0].state")).isEqualTo("IN_REVIEW");
        assertThat(found.getString("items[0].author")).isEqualTo("示例工匠·陈");
        assertThat(found.getString("items[0].ticket")).isEqualTo(ticket.toString());
        assertThat(found.getString("items[0].text"))
                .contains("## 现象", "磨床磨薄板总是翘", "## 处置步骤", "双面反复磨")
                .doesNotContain("苏州精工", "王小明", "13812345678");
        assertThat(found.getString("items[0].title")).doesNotContain("苏州精工", "王小明", "13812345678");
    }

    @Test
    void itsAuthorSeesItAndItsAskerDoesNotYet() {
        UUID ticket = ticket();
        confirm(fix(ticket, null, true, false));
        office.as("craftsman")
                .queryParam("ticket", ticket)
                .get("/api/v1/articles")
                .then()
                .body("items.size()", equalTo(1));
        office.as("craftsman2")
                .queryParam("ticket", ticket)
                .get("/api/v1/articles")
                .then()
                .body("items", empty());
        office.as("asker")
                .queryParam("ticket", ticket)
                .get("/api/v1/articles")
                .then()
                .body("items", empty());
    }

    @Test
    void aCuratorEditsAndApprovesItAndTheCraftsmanStaysItsAuthor() {
        UUID ticket = ticket();
        confirm(fix(ticket, null, true, false));
        String id = drafts(ticket).getString("items[0].id");
        office.as("curator")
                .body(Map.of("version", 1, "title", "薄板磨削翘曲", "author", "知识编辑甲"))
                .put("/api/v1/articles/" + id)
                .then()
                .body("author", equalTo("示例工匠·陈"));
        office.approve("curator", id, 2).statusCode(200).body("state", equalTo("PUBLISHED"));
        office.as("asker2").get("/api/v1/articles/" + id).then().statusCode(200).body("author", equalTo("示例工匠·陈"));
    }

    @Test
    void aCardKeepsItsParts() {
        UUID ticket = ticket();
        ReplyCard card = new ReplyCard(
                "松开后中凸0.1 mm", "M7120，钢板3 mm", "磨削热", List.of("修锐砂轮", "双面反复磨"), "平板上塞尺复测", "不适用于1 mm以下", "戴护目镜");
        confirm(fix(ticket, card, true, false));
        assertThat(drafts(ticket).getString("items[0].text"))
                .contains("## 设备/工况\n\nM7120", "## 原因\n\n磨削热", "1. 修锐砂轮\n2. 双面反复磨", "## 适用范围与禁忌", "## 安全等级\n\n戴护目镜");
        assertThat(drafts(ticket).getInt("items[0].safety")).isEqualTo(1);
    }

    @Test
    void withoutConsentNothingIsWritten() {
        UUID ticket = ticket();
        confirm(fix(ticket, null, false, false));
        assertThat(drafts(ticket).getList("items")).isEmpty();
    }

    @Test
    void whatIsConfidentialStaysOutOfKnowledge() {
        UUID ticket = ticket();
        confirm(fix(ticket, null, true, true));
        assertThat(drafts(ticket).getList("items")).isEmpty();
    }

    @Test
    void aSecondConfirmationMakesNoSecondCase() {
        UUID ticket = ticket();
        confirm(fix(ticket, null, true, false));
        confirm(fix(ticket, null, true, false));
        assertThat(drafts(ticket).getList("items")).hasSize(1);
    }

    @Test
    void whatIsUndoneWithTheConfirmationWasNeverWritten() {
        UUID ticket = ticket();
        QuarkusTransaction.begin();
        confirmations.fire(fix(ticket, null, true, false));
        QuarkusTransaction.rollback();
        assertThat(drafts(ticket).getList("items")).isEmpty();
    }

    private void confirm(FixConfirmed fix) {
        QuarkusTransaction.requiringNew().run(() -> confirmations.fire(fix));
    }

    private JsonPath drafts(UUID ticket) {
        return office.as("curator")
                .queryParam("ticket", ticket)
                .get("/api/v1/articles")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static FixConfirmed fix(UUID ticket, @Nullable ReplyCard card, boolean consent, boolean confidential) {
        return new FixConfirmed(
                ticket,
                QUESTION,
                QUESTION,
                Language.ZH,
                "grinding",
                EditorialOffice.FIRST_ENTERPRISE,
                "苏州精工机械有限公司",
                List.of("王小明"),
                EditorialOffice.account("craftsman"),
                "示例工匠·陈",
                "因为磨削热和吸盘吸力。\n1. 修锐砂轮\n2. 双面反复磨，每次0.005 mm\n松开后用塞尺复测。王小明可以打13812345678找我。",
                card,
                consent,
                confidential);
    }

    /** A ticket that exists; how it came about is another package's matter. */
    private UUID ticket() {
        UUID ticket = UUID.randomUUID();
        UUID conversation = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery(
                            "INSERT INTO conversation (id, account_id, created_at, updated_at) VALUES (?1, ?2, now(), now())")
                    .setParameter(1, conversation)
                    .setParameter(2, EditorialOffice.account("asker"))
                    .executeUpdate();
            database.createNativeQuery("""
                            INSERT INTO ticket (id, number, state, question, language, asker_account, conversation_id, dossier, opened_at)
                            VALUES (?1, ?2, 'NEW', ?3, 'zh', ?4, ?5, '{"rewritten":"","passages":[],"reason":"TOO_THIN"}', now())
                            """)
                    .setParameter(1, ticket)
                    .setParameter(2, "T-" + ticket)
                    .setParameter(3, QUESTION)
                    .setParameter(4, EditorialOffice.account("asker"))
                    .setParameter(5, conversation)
                    .executeUpdate();
            // A ticket without its journal is refused at commit.
            database.createNativeQuery("""
                            INSERT INTO ticket_event (ticket_id, event, actor, to_state, epoch, at)
                            VALUES (?1, 'OPEN', 'system', 'NEW', 0, now())
                            """).setParameter(1, ticket).executeUpdate();
        });
        return ticket;
    }
}
