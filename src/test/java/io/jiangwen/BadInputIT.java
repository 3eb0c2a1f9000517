package io.jiangwen;

import static io.jiangwen.testsupport.Callers.NOBODY;
import static io.jiangwen.testsupport.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a problem that says what is wrong, never a failure of ours. */
@QuarkusTest
class BadInputIT {
    private final Callers callers;
    private Api asker;
    private Api curator;

    BadInputIT(Callers callers) {
        this.callers = callers;
    }

    @BeforeEach
    void everybodyIsThere() {
        callers.awaitKnowledge();
        asker = callers.as("asker");
        curator = callers.as("curator");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"question\":",
                "[1,2",
                "nonsense",
                "{\"question\":\"\u0001\"}",
                "{\"question\":{\"a\":1}}"
            })
    void brokenJsonIsRefused(String body) {
        refused(400, "invalid-json", asker.post("/conversations/" + asker.thread() + "/turns", body));
        refused(400, "invalid-json", NOBODY.post("/auth/login", body.replace("question", "login")));
    }

    @ParameterizedTest
    @CsvSource({"/tickets, text/plain", "/tickets, application/xml", "/auth/login, application/x-www-form-urlencoded"})
    void anotherMediaTypeIsRefused(String path, String type) {
        refused(
                415,
                "unsupported-media-type",
                asker.request().contentType(type).body("question=a").post(path).then());
    }

    @Test
    void aBodyAboveOneMegabyteIsRefusedWhetherItsLengthIsAnnouncedOrNot() throws Exception {
        String body = "{\"question\":\"" + "长".repeat(400_000) + "\"}";
        refused(413, "body-too-large", asker.post("/tickets", body));
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest chunked = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/tickets"))
                .header("Authorization", "Bearer " + asker.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
        HttpResponse<String> refused = http.send(chunked, HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("body-too-large");
        asker.post("/tickets", "{\"question\":\"" + "长".repeat(100_000) + "\"}").statusCode(400);
    }

    @Test
    void wrongCredentialsAreAllTheSame() {
        for (String login : List.of("asker", "nobody-at-all", "' OR 1=1 --", "a\u0000b"))
            refused(401, "wrong-credentials", NOBODY.post("/auth/login", Map.of("login", login, "password", "wrong")))
                    .body("detail", equalTo("Login or password is wrong."))
                    .header("WWW-Authenticate", notNullValue());
        refused(400, "invalid-request", NOBODY.post("/auth/login", Map.of("login", "asker")));
        refused(400, "invalid-request", NOBODY.post("/auth/login", Map.of("login", "a".repeat(101), "password", "x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "", "a b", "\u00e9", "Bearer"})
    void aTokenThatIsNoneIsRefused(String token) {
        refused(401, new Api(token).get("/conversations"));
    }

    @Test
    void anotherRoleIsRefused() {
        refused(403, "role-not-allowed", asker.post("/articles", Map.of("title", "a", "text", "b")));
        refused(403, "role-not-allowed", callers.visitor().get("/imports"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"00000000-0000-4000-8000-000000000000", "1-1-1-1-1", "no-uuid", "' OR '1'='1", "😀", "a\u0000b"})
    void anIdThatNobodyHasIsNotFound(String id) {
        for (String path : List.of(
                "/conversations/{id}",
                "/tickets/{id}",
                "/articles/{id}",
                "/articles/{id}/versions/1",
                "/imports/{id}",
                "/audits/{id}")) refused(404, "not-found", curator.get(path, id));
        for (String path : List.of("/problem-lists/{id}", "/problem-lists/{id}/rows", "/problem-lists/{id}/file.csv"))
            refused(404, "not-found", callers.as("dispatcher").get(path, id));
        refused(404, "not-found", curator.get("/articles/{id}/versions/{n}", "course-turning-slender-shaft", id));
    }

    @Test
    void anAddressThatIsNoneIsNotFoundAndAMethodThatIsNoneIsNotAllowed() {
        refused(404, "not-found", asker.get("/nothing/here"));
        refused(405, "method-not-allowed", asker.request().delete("/tickets").then());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/conversations?cursor=abc",
                "/conversations?limit=0",
                "/conversations?limit=101",
                "/tickets?cursor=abc",
                "/tickets?limit=x",
                "/tickets?view=everything",
                "/tickets?state=LOST",
                "/tickets?priority=asap",
                "/articles?cursor=abc",
                "/articles?limit=x",
                "/articles?kind=NOVEL",
                "/articles?state=LOST",
                "/articles?ticket=abc",
                "/imports?cursor=abc",
                "/search",
                "/search?q=a&limit=0",
                "/search?q=a&limit=x",
                "/search?q=a&kind=NOVEL",
                "/search?q=a&language=fr",
                "/search?q=a&since=yesterday",
                "/search?q=a&since=2026-13-40"
            })
    void aParameterThatCannotBeReadIsRefused(String query) {
        refused(400, curator.get(query));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/problem-lists?cursor=abc", "/problem-lists/00000000-0000-4000-8000-000000000000/rows?cursor=x"
            })
    void aParameterOfAListThatCannotBeReadIsRefused(String query) {
        refused(400, callers.as("dispatcher").get(query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"verdict\":null}", "{\"verdict\":\"MAYBE\"}", "{\"verdict\":\"\"}"})
    void aVerdictThatIsNoneIsRefused(String body) {
        refused(400, "invalid-verdict", curator.post("/audits/" + UUID.randomUUID() + "/verdict", body));
    }

    @Test
    void aReasonThatNobodyReadsIsRefused() {
        String audit = "/audits/" + UUID.randomUUID() + "/verdict";
        refused(400, "reason-too-long", curator.post(audit, Map.of("verdict", "WRONG", "reason", "长".repeat(1001))));
        refused(404, "not-found", curator.post(audit, Map.of("verdict", "WRONG", "reason", "长".repeat(1000))));
        refused(400, "invalid-json", curator.post(audit, "{"));
        refused(404, "not-found", curator.post("/audits/no-uuid/verdict", Map.of("verdict", "RIGHT")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"trades":[],"capacity":-1} | invalid-capacity
                    {"trades":[],"capacity":1001} | invalid-capacity
                    {"capacity":"many"} | invalid-json
                    {"trades":"welding"} | invalid-json
                    {"trades":[],"region":"nowhere"} | no-such-region
                    {"trades":["%s"]} | entry-too-long
                    {"trades":[],"equipment":[%s]} | too-many-entries
                    {} | missing-trades
                    [] | invalid-json
                    """)
    void aProfileThatCannotBeIsRefusedAndChangesNothing(String body, String code) {
        Api craftsman = callers.as("craftsman2");
        String before =
                craftsman.get("/craftsmen/me/profile").statusCode(200).extract().asString();
        String sent = body.replace("\"%s\"", "\"" + "焊".repeat(61) + "\"")
                .replace(
                        "%s",
                        String.join(
                                ",",
                                IntStream.range(0, 51)
                                        .mapToObj(i -> "\"a" + i + "\"")
                                        .toList()));
        refused(
                400,
                code,
                craftsman.request().body(sent).put("/craftsmen/me/profile").then());
        assertThat(craftsman.get("/craftsmen/me/profile").extract().asString()).isEqualTo(before);
        refused(404, "not-found", callers.as("dispatcher").get("/craftsmen/x/profile"));
    }

    @Test
    void aTradeThatIsNoCodeIsRefused() {
        refused(400, "unknown-trade", asker.get("/search?q=a&trade=" + "a".repeat(2_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1",
                "{\"synonyms\":\"one\"}",
                "{\"synonyms\":[{}]}",
                "{\"synonyms\":[\"\"]}",
                "{\"english\":[null]}",
                "{\"unit\":{}}",
                ""
            })
    void aGlossaryTermThatCannotBeReadIsRefused(String body) {
        refused(
                400,
                curator.request().body(body).put("/glossary/{term}", "测试词条").then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"长", "' OR '1'='1", "a|b;c"})
    void aTermThatNobodyHasIsNotFoundAndAnotherRoleMayNotAsk(String term) {
        refused(
                404,
                "not-found",
                curator.request().delete("/glossary/{term}", term + "谁也没有").then());
        refused(
                403,
                "role-not-allowed",
                asker.request().delete("/glossary/{term}", term).then());
        refused(403, "role-not-allowed", asker.get("/glossary"));
    }

    @Test
    void aStaleVersionIsRefused() {
        String id = curator.post("/articles", Map.of("title", "旧版本", "text", "一"))
                .statusCode(201)
                .extract()
                .path("id");
        curator.put("/articles/" + id, Map.of("version", 1, "text", "二")).statusCode(200);
        refused(409, "stale-version", curator.put("/articles/" + id, Map.of("version", 1, "text", "三")));
        refused(409, "stale-version", curator.put("/articles/" + id, Map.of("version", 9, "text", "三")));
        refused(400, "version-missing", curator.put("/articles/" + id, Map.of("text", "三")));
        curator.post("/articles/" + id + "/submit", Map.of()).statusCode(200);
        refused(
                409,
                "stale-version",
                callers.as("curator2").post("/articles/" + id + "/approve", Map.of("version", 1)));
        refused(400, "invalid-request", curator.post("/articles/" + id + "/approve", Map.of()));
    }
}
