package io.jiangwen.curation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ArticleResourceIT {
    private static final String ARTICLES = "/api/v1/articles";

    private final EditorialOffice office;

    ArticleResourceIT(EditorialOffice office) {
        this.office = office;
    }

    @Test
    void anArticleGoesFromDraftToPublishedByTwoCurators() {
        String id = office.draft("主轴箱异响", "## 处置\n\n先查轴承游隙。", Map.of("kind", "KNOW_HOW", "trade", "turning-milling"));
        office.as("curator")
                .get(ARTICLES + "/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("version", equalTo(1))
                .body("kind", equalTo("KNOW_HOW"))
                .body("author", equalTo("知识编辑甲"))
                .body("language", equalTo("zh"))
                .body("visibility", equalTo("PUBLIC"))
                .body("ticket", nullValue());
        office.approve("curator2", id, 1).statusCode(409).body("code", equalTo("not-in-review"));
        office.as("curator").post(ARTICLES + "/" + id + "/submit").then().body("state", equalTo("IN_REVIEW"));
        office.as("curator").post(ARTICLES + "/" + id + "/submit").then().statusCode(200);
        office.approve("curator", id, 1).statusCode(409).body("code", equalTo("needs-another-curator"));
        office.approve("curator2", id, 1)
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"))
                .body("version", equalTo(1));
        office.approve("curator2", id, 1).statusCode(200).body("state", equalTo("PUBLISHED"));
        office.approve("curator", id, 1).statusCode(200);
        office.visitor().get(ARTICLES + "/" + id).then().statusCode(200).body("title", equalTo("主轴箱异响"));
        office.as("craftsman").queryParam("q", "轴承游隙").get(ARTICLES).then().body("items.id", hasItem(id));
    }

    @Test
    void anEditChecksTheVersionAndNeedsAnotherCuratorThanItsWriter() {
        String id = office.inReview("夹具松动", "检查压板。");
        edit("curator2", id, 1, Map.of("text", "检查压板和螺栓。"))
                .statusCode(200)
                .body("version", equalTo(2))
                .body("state", equalTo("IN_REVIEW"));
        edit("curator", id, 1, Map.of("text", "别的。")).statusCode(409).body("code", equalTo("stale-version"));
        office.approve("curator", id, 1).statusCode(409).body("code", equalTo("stale-version"));
        office.approve("curator2", id, 2).statusCode(409).body("code", equalTo("needs-another-curator"));
        office.approve("curator", id, 2).statusCode(200).body("version", equalTo(2));
        office.as("asker").get(ARTICLES + "/" + id + "/versions/1").then().statusCode(404);
        office.as("curator").get(ARTICLES + "/" + id + "/versions/1").then().body("state", equalTo("SUPERSEDED"));
    }

    @Test
    void aCitationResolvesAfterRetraction() {
        String id = office.inReview("砂轮爆裂", "立即停机。");
        office.approve("curator2", id, 1).statusCode(200);
        office.as("admin")
                .body(Map.of("reason", "过时"))
                .post(ARTICLES + "/" + id + "/retract")
                .then()
                .statusCode(200)
                .body("state", equalTo("RETRACTED"));
        office.as("curator").post(ARTICLES + "/" + id + "/retract").then().statusCode(200);
        office.as("asker").get(ARTICLES + "/" + id).then().statusCode(404);
        office.as("asker")
                .get(ARTICLES + "/" + id + "/versions/1")
                .then()
                .statusCode(200)
                .body("state", equalTo("RETRACTED"))
                .body("retraction", equalTo("过时"));
        office.approve("curator2", id, 1).statusCode(409).body("code", equalTo("not-in-review"));
        edit("curator", id, 1, Map.of("text", "立即停机并断电。")).body("state", equalTo("DRAFT"));
    }

    @Test
    void whatWaitsIsSeenAtTheDeskOnly() {
        String id = office.inReview("等待审核的内容", "尚未公开的文字 qqxv。");
        for (String login : List.of("asker", "asker2", "craftsman", "dispatcher")) {
            office.as(login).get(ARTICLES + "/" + id).then().statusCode(404).body("code", equalTo("not-found"));
            office.as(login).queryParam("q", "qqxv").get(ARTICLES).then().body("items", empty());
        }
        office.visitor().get(ARTICLES + "/" + id + "/versions/1").then().statusCode(404);
        office.as("admin").get(ARTICLES + "/" + id).then().statusCode(200);
        office.as("curator")
                .queryParam("q", "qqxv")
                .queryParam("state", "IN_REVIEW")
                .queryParam("kind", "CASE")
                .get(ARTICLES)
                .then()
                .body("items.id", contains(id));
    }

    @Test
    void aPrivateArticleIsNobodyElses() {
        String id = office.draft(
                "内部工装",
                "专用胎具尺寸 vvqz。",
                Map.of("visibility", "ENTERPRISE", "audience", EditorialOffice.FIRST_ENTERPRISE));
        office.as("curator").post(ARTICLES + "/" + id + "/submit").then().statusCode(200);
        office.approve("curator2", id, 1).statusCode(200);
        office.as("asker").get(ARTICLES + "/" + id).then().statusCode(200);
        office.as("asker2").get(ARTICLES + "/" + id).then().statusCode(404);
        office.as("asker2").get(ARTICLES + "/" + id + "/versions/1").then().statusCode(404);
        office.as("asker2").queryParam("q", "vvqz").get(ARTICLES).then().body("items", empty());
        office.visitor().queryParam("q", "vvqz").get(ARTICLES).then().body("items", empty());
    }

    @Test
    void pagesThroughEverythingOnce() {
        for (int i = 0; i < 5; i++) office.draft("翻页 wwpp " + i, "内容 " + i, Map.of());
        String cursor = null;
        int seen = 0;
        do {
            var page = office.as("curator").queryParam("q", "wwpp").queryParam("limit", 2);
            if (cursor != null) page.queryParam("cursor", cursor);
            var body = page.get(ARTICLES).then().statusCode(200).extract().jsonPath();
            seen += body.getList("items").size();
            cursor = body.getString("next");
        } while (cursor != null && seen < 100);
        assertThat(seen).isEqualTo(5);
    }

    @Test
    void aWildcardInASearchIsAnOrdinaryCharacter() {
        office.as("curator").queryParam("q", "100%_不存在").get(ARTICLES).then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "title, '', empty-title",
        "text, ' ', empty-text",
        "kind, STORY, unknown-kind",
        "language, fr, unknown-language",
        "visibility, everybody, invalid-visibility",
        "visibility, ENTERPRISE:00000000-0000-0000-0000-00000000abcd, unknown-enterprise",
        "reviewBy, tomorrow, invalid-date",
        "safety, 7, invalid-safety",
    })
    void refusesWhatIsNoArticle(String field, String value, String code) {
        Map<String, Object> article = new HashMap<>(Map.of("title", "题", "text", "文"));
        article.put(field, value);
        office.as("curator").body(article).post(ARTICLES).then().statusCode(400).body("code", equalTo(code));
    }

    @Test
    void refusesTooMuch() {
        office.as("curator")
                .body(Map.of("title", "题".repeat(201), "text", "文"))
                .post(ARTICLES)
                .then()
                .statusCode(400)
                .body("code", equalTo("title-too-long"));
        office.as("curator")
                .body(Map.of("title", "题", "text", "文".repeat(200_001)))
                .post(ARTICLES)
                .then()
                .statusCode(400)
                .body("code", equalTo("text-too-long"));
        office.as("curator")
                .body(Map.of("title", "题", "text", "x".repeat(1_100_000)))
                .post(ARTICLES)
                .then()
                .statusCode(413)
                .body("code", equalTo("body-too-large"));
    }

    @Test
    void refusesABodyThatHidesItsLength() throws Exception {
        byte[] body = ("{\"title\":\"x\",\"text\":\"" + "x".repeat(1_100_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        HttpRequest chunked = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + ARTICLES))
                .header("Authorization", "Bearer " + office.token("curator"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var response = client.send(chunked, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.body()).contains("body-too-large");
        }
    }

    @Test
    void refusesWhatCannotBeRead() {
        office.as("curator").body("{\"title\":").post(ARTICLES).then().statusCode(400);
        office.as("curator").post(ARTICLES).then().statusCode(400);
        office.as("curator")
                .contentType(ContentType.TEXT)
                .body("x")
                .post(ARTICLES)
                .then()
                .statusCode(415);
        office.as("curator")
                .body(Map.of())
                .put(ARTICLES + "/" + office.draft("题", "文", Map.of()))
                .then()
                .statusCode(400);
        office.as("curator").queryParam("limit", "many").get(ARTICLES).then().statusCode(400);
        office.as("curator").queryParam("cursor", "%%%").get(ARTICLES).then().statusCode(400);
        office.as("curator").queryParam("state", "GONE").get(ARTICLES).then().statusCode(400);
        office.as("curator").queryParam("limit", "0").get(ARTICLES).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asker", "craftsman", "dispatcher", "admin"})
    void onlyCuratorsWrite(String login) {
        String id = office.inReview("只许编辑", "内容。");
        Map<String, Object> article = Map.of("title", "题", "text", "文", "version", 1);
        office.as(login).body(article).post(ARTICLES).then().statusCode(403);
        office.as(login).body(article).put(ARTICLES + "/" + id).then().statusCode(403);
        office.as(login).post(ARTICLES + "/" + id + "/submit").then().statusCode(403);
        office.approve(login, id, 1).statusCode(403);
        if (!login.equals("admin"))
            office.as(login).post(ARTICLES + "/" + id + "/retract").then().statusCode(403);
    }

    @Test
    void whoIsNotLoggedInReadsNothing() {
        given().get(ARTICLES).then().statusCode(401);
        given().get(ARTICLES + "/a-1").then().statusCode(401);
        given().contentType(ContentType.JSON).body("{}").post(ARTICLES).then().statusCode(401);
    }

    @Test
    void unknownIdsAreNotFound() {
        for (String call : List.of("submit", "retract"))
            office.as("curator").post(ARTICLES + "/a-unknown/" + call).then().statusCode(404);
        office.approve("curator", "a-unknown", 1).statusCode(404);
        edit("curator", "a-unknown", 1, Map.of()).statusCode(404);
        office.as("curator").get(ARTICLES + "/a-unknown").then().statusCode(404);
        office.as("curator").get(ARTICLES + "/a-unknown/versions/first").then().statusCode(404);
        office.as("curator")
                .queryParam("ticket", "00000000-0000-0000-0000-000000000000")
                .get(ARTICLES)
                .then()
                .body("items", empty());
    }

    @Test
    void aRepeatedPostWithAKeyMakesOneArticle() {
        Map<String, Object> article = Map.of("title", "一次 kkzz", "text", "内容。");
        for (int i = 0; i < 2; i++)
            office.as("curator")
                    .header("Idempotency-Key", "article-kkzz")
                    .body(article)
                    .post(ARTICLES)
                    .then()
                    .statusCode(201)
                    .body("id", notNullValue());
        office.as("curator").queryParam("q", "kkzz").get(ARTICLES).then().body("items", hasSize(1));
    }

    @Test
    void whatIsMarkupStaysText() {
        String id = office.inReview("<script>alert(1)</script>", "'; DROP TABLE article; -- 😀");
        office.approve("curator2", id, 1).statusCode(200);
        office.as("asker")
                .get(ARTICLES + "/" + id)
                .then()
                .contentType(ContentType.JSON)
                .body("title", equalTo("<script>alert(1)</script>"))
                .body("text", not(empty()));
    }

    private ValidatableResponse edit(String login, String id, int version, Map<String, Object> change) {
        Map<String, Object> article = new HashMap<>(change);
        article.put("version", version);
        return office.as(login).body(article).put(ARTICLES + "/" + id).then();
    }
}
