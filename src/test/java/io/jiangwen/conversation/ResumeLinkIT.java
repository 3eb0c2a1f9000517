package io.jiangwen.conversation;

import static io.jiangwen.testsupport.Callers.NOBODY;
import static io.jiangwen.testsupport.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.jiangwen.account.Statements;
import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A visitor goes on with his thread on another device, and nobody else does. */
@QuarkusTest
class ResumeLinkIT {
    private final Callers callers;
    private final Statements database;

    ResumeLinkIT(Callers callers, Statements database) {
        this.callers = callers;
        this.database = database;
    }

    @Test
    void aLinkOpensTheThreadOnAnotherDevice() {
        Api visitor = callers.visitor();
        String thread = visitor.thread();
        String token = token(visitor, thread);
        String session = resume(token)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("conversation", equalTo(thread))
                .body("site", equalTo("demo"))
                .body("open", equalTo(true))
                .extract()
                .path("token");
        assertThat(session).isNotEqualTo(visitor.token());
        new Api(session).get("/conversations/{id}", thread).statusCode(200);
        resume(token).statusCode(200);
    }

    @Test
    void aThreadHasOneLinkAndItsCode() {
        Api visitor = callers.visitor();
        String thread = visitor.thread();
        assertThat(token(visitor, thread)).isEqualTo(token(visitor, thread));
        visitor.put("/conversations/" + thread + "/resume-link", Map.of())
                .body("qr", startsWith("data:image/svg+xml;base64,"))
                .header("Cache-Control", "no-store");
    }

    @Test
    void aRevokedLinkLeadsNowhereAndANewOneDoes() {
        Api visitor = callers.visitor();
        String thread = visitor.thread();
        String before = token(visitor, thread);
        visitor.request()
                .delete("/conversations/" + thread + "/resume-link")
                .then()
                .statusCode(204);
        notGood(before);
        String after = token(visitor, thread);
        assertThat(after).isNotEqualTo(before);
        resume(after).statusCode(200);
        notGood(before);
    }

    @Test
    void anExpiredLinkLeadsNowhere() {
        Api visitor = callers.visitor();
        String thread = visitor.thread();
        String token = token(visitor, thread);
        database.update(
                "UPDATE resume_link SET expires_at = now() - interval '1 second' WHERE conversation_id = CAST(? AS uuid)",
                thread);
        notGood(token);
    }

    @Test
    void nobodyMakesOrRevokesALinkToTheThreadOfAnother() {
        Api visitor = callers.visitor();
        String thread = visitor.thread();
        String token = token(visitor, thread);
        Api other = callers.visitor();
        String path = "/conversations/" + thread + "/resume-link";
        refused(404, "not-found", other.put(path, Map.of()));
        refused(404, "not-found", other.request().delete(path).then());
        refused(404, "not-found", visitor.put("/conversations/no-uuid/resume-link", Map.of()));
        refused(403, "role-not-allowed", callers.as("asker").put(path, Map.of()));
        resume(token).statusCode(200);
    }

    @Test
    void aTamperedLinkLeadsNowhere() {
        Api visitor = callers.visitor();
        String token = token(visitor, visitor.thread());
        char last = token.charAt(10);
        notGood(token.substring(0, 10) + (last == 'A' ? 'B' : 'A') + token.substring(11));
        notGood(token.substring(0, token.length() - 4) + "AAAA");
        notGood(token + "A");
    }

    @Test
    void aLinkIsNoAccessTokenAndAnAccessTokenNoLink() {
        Api visitor = callers.visitor();
        String token = token(visitor, visitor.thread());
        refused(401, new Api(token).get("/conversations"));
        notGood(String.valueOf(visitor.token()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "' OR 1=1 --",
                "%00",
                "😀",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void nonsenseLeadsNowhere(String token) {
        notGood(token);
    }

    @Test
    void aRequestWithoutALinkIsRefused() {
        refused(400, "invalid-request", NOBODY.post("/resume", Map.of()));
        refused(400, "invalid-request", NOBODY.post("/resume", Map.of("token", "")));
        refused(400, "invalid-request", NOBODY.post("/resume", Map.of("token", "A".repeat(201))));
        refused(400, "invalid-json", NOBODY.post("/resume", "{"));
        refused(
                400,
                NOBODY.post(
                        "/resume", Map.of("token", UUID.randomUUID().toString().repeat(6))));
    }

    private static String token(Api visitor, String thread) {
        String url = visitor.put("/conversations/" + thread + "/resume-link", Map.of())
                .statusCode(200)
                .extract()
                .path("url");
        assertThat(url).contains("/resume#");
        return url.substring(url.indexOf('#') + 1);
    }

    private static ValidatableResponse resume(String token) {
        return NOBODY.post("/resume", Map.of("token", token));
    }

    private static void notGood(String token) {
        refused(404, "resume-link-not-good", resume(token));
    }
}
