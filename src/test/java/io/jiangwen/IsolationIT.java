package io.jiangwen;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.EventStream;
import io.jiangwen.testsupport.ServerEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What one enterprise asks, and knowledge that is its own, does not exist for another one. Each claim is made twice:
 * whoever may see it does, so that it is the filter that hides it.
 */
@QuarkusTest
@Timeout(300)
class IsolationIT {
    /** Words that occur nowhere else. */
    private final String marker = "ZQX" + UUID.randomUUID().toString().substring(0, 8);

    private final String question = "古筝琴弦" + marker + "镀金层总起皮怎么办？";

    private final Callers callers;
    private Api owner;
    private Api stranger;
    private Api visitor;

    IsolationIT(Callers callers) {
        this.callers = callers;
    }

    @BeforeEach
    void everybodyIsThere() {
        callers.awaitKnowledge();
        owner = callers.as("asker");
        stranger = callers.as("asker2");
        visitor = callers.visitor();
    }

    @Test
    void anothersThreadDoesNotExist() {
        String thread = owner.thread();
        JsonPath turn = owner.ask(thread, question);
        assertThat(owner.read("/conversations/{id}", thread).getString("turns[0].question"))
                .contains(marker);
        assertThat(everyPage(owner, "/conversations")).contains(thread).contains(marker);
        for (Api other : List.of(stranger, visitor, callers.as("curator"), callers.as("craftsman"))) {
            for (String id : List.of(thread, turn.getString("id"))) {
                hidden(other.get("/conversations/{id}", id));
                hidden(other.post("/conversations/" + id + "/turns", Map.of("question", "还有呢？")));
            }
            assertThat(everyPage(other, "/conversations"))
                    .doesNotContain(thread)
                    .doesNotContain(marker);
        }
    }

    @Test
    void anothersTicketDoesNotExist() {
        String ticket = owner.ask(question).getString("ticket.id");
        assertThat(owner.read("/tickets/{id}", ticket).getString("question")).contains(marker);
        assertThat(everyPage(owner, "/tickets?q=" + marker)).contains(ticket);
        for (Api other : List.of(stranger, visitor, callers.as("curator"))) {
            hidden(other.get("/tickets/{id}", ticket));
            hidden(other.post("/tickets/" + ticket + "/confirm", Map.of("solved", true)));
            hidden(other.post("/tickets/" + ticket + "/cancel", Map.of("reason", "不要了")));
            for (String list : List.of("/tickets", "/tickets?q=" + marker, "/tickets?view=open", "/tickets?state=OPEN"))
                assertThat(everyPage(other, list)).doesNotContain(ticket).doesNotContain(marker);
        }
        owner.get("/tickets/{id}", ticket).statusCode(200);
    }

    @Test
    void aPrivateArticleDoesNotExistForOthers() {
        String article = privateArticle();
        String version = "/articles/" + article + "/versions/1";
        owner.get("/articles/{id}", article).statusCode(200);
        owner.get(version).statusCode(200);
        assertThat(everyPage(owner, "/articles?q=" + marker)).contains(article);
        for (Api other : List.of(stranger, visitor, callers.as("craftsman"), callers.as("dispatcher"))) {
            hidden(other.get("/articles/{id}", article));
            hidden(other.get(version));
            for (String list : List.of("/articles?q=" + marker, "/articles", "/articles?state=PUBLISHED&kind=CASE"))
                assertThat(everyPage(other, list)).doesNotContain(article).doesNotContain(marker);
        }
    }

    @Test
    void aPrivateArticleAnswersItsOwnersAndNeverAnotherEnterprise() {
        String wording = "渗锆炉喷枪结焦堵死，怎么疏通？";
        String article = privateArticle();
        assertThat(found(owner, wording)).contains(article);
        JsonPath answered = owner.ask(wording);
        assertThat(answered.getList("citations.article", String.class))
                .as(answered.prettify())
                .contains(article);
        assertThat(answered.prettify()).contains(marker);
        for (Api other : List.of(stranger, visitor, callers.as("craftsman"))) {
            assertThat(other.get("/search?q={q}", wording).extract().asString()).doesNotContain(marker);
            assertThat(found(other, wording)).doesNotContain(article);
            String turn = other.ask(wording).prettify();
            assertThat(turn).doesNotContain(marker).doesNotContain(article);
        }
        assertThat(dossier(stranger.ask(wording)))
                .contains("dossier")
                .doesNotContain(marker)
                .doesNotContain(article);
    }

    @Test
    void liveEventsTellNothingOfAnotherEnterprise() throws Exception {
        JsonPath turn = owner.ask(question);
        String ticket = turn.getString("ticket.id");
        String article = privateArticle();
        String last = stranger.ask("你好").getString("id");
        String lastOfOwner = owner.ask("你好").getString("id");
        try (EventStream hers = owner.events(0L);
                EventStream others = stranger.events(0L)) {
            assertThat(hers.until(lastOfOwner)).extracting(ServerEvent::data).anyMatch(data -> data.contains(ticket));
            assertThat(others.until(last))
                    .extracting(ServerEvent::data)
                    .noneMatch(data -> data.contains(ticket)
                            || data.contains(turn.getString("id"))
                            || data.contains(turn.getString("ticket.number"))
                            || data.contains(article)
                            || data.contains(marker));
        }
    }

    /** The id of a published case that only the owner's enterprise may read. */
    private String privateArticle() {
        Map<String, Object> written = Map.of(
                "kind",
                "CASE",
                "title",
                "渗锆炉喷枪结焦堵死的疏通",
                "text",
                "渗锆炉喷枪结焦堵死时，先降温到200 ℃以下，再用" + marker + "专用通针从喷枪尾部疏通。",
                "visibility",
                "ENTERPRISE",
                "audience",
                owner.read("/auth/me").getString("enterprise"));
        Api curator = callers.as("curator");
        String id = curator.post("/articles", written).statusCode(201).extract().path("id");
        curator.post("/articles/" + id + "/submit", Map.of()).statusCode(200);
        callers.as("curator2")
                .post("/articles/" + id + "/approve", Map.of("version", 1))
                .statusCode(200);
        return id;
    }

    private static List<String> found(Api reader, String wording) {
        return reader.read("/search?limit=20&q={q}", wording).getList("items.article", String.class);
    }

    /** What the craftsman will be shown with the ticket of an escalated turn. */
    private String dossier(JsonPath escalated) {
        String ticket = escalated.getString("ticket.id");
        return callers.as("craftsman").get("/tickets/{id}", ticket).extract().asString();
    }

    /** A whole list, page after page, as it was sent. */
    private static String everyPage(Api reader, String list) {
        List<String> pages = new ArrayList<>();
        @Nullable String next = "";
        while (next != null) {
            String cursor = next.isEmpty() ? "" : (list.contains("?") ? "&" : "?") + "cursor=" + next;
            JsonPath page = reader.read(list + cursor);
            pages.add(page.prettify());
            next = page.getString("next");
        }
        return String.join("\n", pages);
    }

    private static void hidden(ValidatableResponse response) {
        assertThat(response.extract().statusCode()).isEqualTo(404);
        assertThat(response.extract().<String>path("code")).isEqualTo("not-found");
    }
}
