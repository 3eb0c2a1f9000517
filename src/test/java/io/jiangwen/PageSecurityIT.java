package io.jiangwen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What protects people who use the service in a browser. */
@QuarkusTest
class PageSecurityIT {
    private static final String COOKIE = "jw_session";
    private static final String FOREIGN = "https://foreign.example";

    private final Callers callers;

    PageSecurityIT(Callers callers) {
        this.callers = callers;
    }

    @Test
    void theSessionCookieIsOutOfReachForScriptsAndForeignForms() {
        Response login = logIn();
        assertThat(login.header("Set-Cookie"))
                .startsWith(COOKIE + "=")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax")
                .containsIgnoringCase("Path=/");
        assertThat(login.detailedCookie(COOKIE).getExpiryDate()).isInTheFuture();
    }

    @Test
    void aWriteByCookieNeedsTheHeaderOfOurPages() {
        String cookie = logIn().cookie(COOKIE);
        RequestSpecification page = Callers.NOBODY.request().cookie(COOKIE, cookie);
        page.get("/auth/me").then().statusCode(200).body("login", equalTo("asker"));
        page.body(Map.of()).post("/conversations").then().statusCode(403).body("code", equalTo("page-header-missing"));
        page.header("X-Jiangwen", "1")
                .body(Map.of())
                .post("/conversations")
                .then()
                .statusCode(201);
    }

    @Test
    void aTokenThatWasLoggedOutIsWorthNothing() {
        Api session = Callers.logIn("asker");
        session.get("/auth/me").statusCode(200);
        session.post("/auth/logout", Map.of()).statusCode(204);
        session.get("/auth/me").statusCode(401);
    }

    @Test
    void foreignPagesMayCallWithATokenAndNeverWithTheCookie() {
        foreign()
                .get("/articles")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Allow-Credentials", nullValue());
        foreign()
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,x-jiangwen")
                .options("/conversations")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Headers", not(containsString("X-Jiangwen")))
                .header("Access-Control-Allow-Headers", containsString("Authorization"))
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    @Test
    void aSiteGivesVisitorsToItsOwnPagesOnly() {
        foreign()
                .body(Map.of("site", "demo"))
                .post("/widget/sessions")
                .then()
                .statusCode(403)
                .body("code", equalTo("origin-not-allowed"));
        String own = RestAssured.baseURI + ":" + RestAssured.port;
        String token = Callers.NOBODY
                .request()
                .header("Origin", own)
                .body(Map.of("site", "demo"))
                .post("/widget/sessions")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
        Api visitor = new Api(token);
        visitor.request().header("Origin", own).get("/conversations").then().statusCode(200);
        visitor.request().header("Origin", FOREIGN).get("/conversations").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/ask", "/desk", "/login", "/api/v1/auth/me", "/nothing"})
    void everyAnswerCarriesTheSecurityHeaders(String address) {
        ValidatableResponse response = RestAssured.given().get(address).then();
        response.header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("same-origin"))
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'self'"),
                                containsString("frame-ancestors 'none'"),
                                not(containsString("unsafe"))));
        assertThat(response.extract().asString()).doesNotContain("<script>").doesNotContain(" onclick=");
    }

    @Test
    void noAnswerTellsAPasswordOrItsHash() {
        String body = logIn().asString()
                + callers.as("admin").get("/auth/me").extract().asString();
        assertThat(body).doesNotContain(Callers.PASSWORD).doesNotContain("$2a$").doesNotContain("passwordHash");
    }

    private static RequestSpecification foreign() {
        return Callers.NOBODY.request().header("Origin", FOREIGN);
    }

    private static Response logIn() {
        return Callers.NOBODY
                .request()
                .body(Map.of("login", "asker", "password", Callers.PASSWORD))
                .post("/auth/login");
    }
}
