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
                "/search?q=a&since=2026-13-40",
                "/search?q=a&since=0000-01-01",
                "/search?q=a&since=+10000-01-01",
                "/search?q=a&since=2026-01-01T00:00:00Z",
                "/search?q=a&since=2026-01-01&since=never",
                "/search?q=",
                "/search?q= \u3000",
                "/search?q=\u0000",
                "/search?q=a&limit=21",
                "/search?q=a&limit=-1",
                "/search?q=a&limit=1.5",
                "/search?q=a&limit=99999999999999999999",
                "/search?q=a&limit=\u0000",
                "/search?q=a&kind=\u0000",
                "/search?q=a&kind=CASE,COURSE",
                "/search?q=a&kind=CASE&kind=NOVEL",
                "/search?q=a&kind=CASE' OR 1=1",
                "/search?q=a&trade=a\u0000b",
                "/search?q=a&trade=welding&trade=\u0001",
                "/search?q=a&language=\u0000",
                "/search?q=a&language=zh-TW",
                "/search?q=a&language=zh&language=xx"
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"email":"not an address"} | invalid-email
                    {"email":"a@b.cn, c@d.cn"} | invalid-email
                    {"phone":"110"} | invalid-phone
                    {"language":"fr"} | invalid-language
                    {"choices":[{"kind":"ticket.lost","channel":"EMAIL"}]} | unknown-kind
                    {"choices":[{"kind":"trial","channel":"EMAIL"}]} | unknown-kind
                    {"choices":[{"kind":"ticket.closed","channel":"PIGEON"}]} | invalid-channel
                    {"choices":[{"kind":"ticket.closed","channel":"WEBHOOK"}]} | invalid-channel
                    {"choices":[null]} | unknown-kind
                    {"choices":"all"} | invalid-json
                    [] | invalid-json
                    """)
    void aPreferenceThatCannotBeIsRefusedAndChangesNothing(String body, String code) {
        String path = "/notifications/preferences";
        String before = asker.get(path).statusCode(200).extract().asString();
        refused(400, code, asker.put(path, body));
        assertThat(asker.get(path).extract().asString()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {} | missing-name
                    {"channel":"EMAIL"} | invalid-channel
                    {"address":"ftp://localhost/a"} | invalid-address
                    {"address":"not a url"} | invalid-address
                    {"address":"http:///a"} | invalid-address
                    {"address":"http://user:pw@localhost/"} | invalid-address
                    {"secret":"too short"} | invalid-secret
                    {"hears":"role:DISPATCHER"} | invalid-audience
                    {"hears":"everybody"} | invalid-audience
                    {"hears":"account:nobody-at-all"} | no-such-account
                    {"kinds":["ticket.lost"]} | unknown-kind
                    {"kinds":[null]} | unknown-kind
                    {"language":"fr"} | invalid-language
                    [] | invalid-json
                    """)
    void anOutletThatCannotBeIsRefused(String body, String code) {
        String good = "\"name\":\"a\",\"channel\":\"WEBHOOK\",\"address\":\"http://localhost/a\","
                + "\"secret\":\"a secret of the tests\",\"hears\":\"role:CURATOR\"";
        // Of two members of one name the last counts.
        String sent = body.equals("{}")
                ? "{\"channel\":\"WEBHOOK\"}"
                : body.startsWith("{") ? "{" + good + "," + body.substring(1) : body;
        refused(400, code, callers.as("admin").post("/outlets", sent));
    }

    @Test
    void aDeliveryThatIsNoneIsNotFoundAndAListThatIsNoneIsRefused() {
        Api admin = callers.as("admin");
        for (String id : List.of("no-uuid", "00000000-0000-4000-8000-000000000000")) {
            refused(404, "not-found", admin.get("/deliveries/{id}", id));
            refused(404, "not-found", admin.post("/deliveries/" + id + "/retry", Map.of()));
            refused(404, "not-found", admin.get("/outlets/{id}", id));
            refused(404, "not-found", admin.put("/outlets/" + id, Map.of("name", "a")));
            refused(404, "not-found", admin.post("/outlets/" + id + "/trial", Map.of()));
            refused(404, "not-found", admin.request().delete("/outlets/" + id).then());
        }
        refused(400, "invalid-state", admin.get("/deliveries?state=LOST"));
        refused(400, "invalid-cursor", admin.get("/deliveries?cursor=abc"));
        refused(400, "invalid-limit", admin.get("/deliveries?limit=0"));
        refused(400, "invalid-limit", admin.get("/deliveries?limit=101"));
    }

    @Test
    void aTradeThatIsNoCodeIsRefused() {
        refused(400, "unknown-trade", asker.get("/search?q=a&trade=" + "a".repeat(2_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=CASE", "trade=welding", "language=zh", "since=2026-01-01"})
    void aFilterGivenAgainAndAgainIsRefusedAndGivenTwiceIsTheSame(String filter) {
        String query = "/search?q={q}&" + filter;
        String once = asker.get(query, "车床振纹").statusCode(200).extract().asString();
        assertThat(asker.get(query + "&" + filter, "车床振纹")
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo(once);
        refused(400, "too-many-filters", asker.get(query + ("&" + filter).repeat(50), "车床振纹"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=",
                "trade= ",
                "language=&since=",
                "trade=nobody-has-it",
                "trade=' OR '1'='1",
                "since=9999-12-31",
                "kind=case&kind=COURSE&language=en&language=zh"
            })
    void aFilterThatKeepsNothingOrEverythingIsNoError(String filter) {
        asker.get("/search?q={q}&" + filter, "车床振纹").statusCode(200);
    }

    @Test
    void aQuestionTooLongForASearchIsRefused() {
        refused(400, "question-too-long", asker.get("/search?q={q}", "长".repeat(2_001)));
        asker.get("/search?q={q}", "a\u0000b' OR 1=1 -- 😀").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1",
                "{\"synonyms\":[\"a|b\"]}",
                "{\"english\":[\"%60s\"]}",
                "{\"slips\":[%31w]}",
                "{\"unit\":\"a\\nb\"}",
                "{\"unit\":[\"1 mm\"]}",
                "\"word\"",
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
                curator.request()
                        .body(body.replace("%60s", "a".repeat(61)).replace("%31w", "\"a\"" + ",\"a\"".repeat(30)))
                        .put("/glossary/{term}", "测试词条")
                        .then());
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a|b", "a\nb"})
    void aTermThatIsNoneIsNeitherKeptNorDeleted(String term) {
        refused(
                400,
                "invalid-glossary-term",
                curator.request().body("{}").put("/glossary/{term}", term).then());
        refused(
                404,
                "not-found",
                curator.request().delete("/glossary/{term}", term).then());
        refused(
                400,
                "invalid-glossary-term",
                curator.request()
                        .body("{}")
                        .put("/glossary/{term}", "a".repeat(61))
                        .then());
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
