package io.jiangwen.curation;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The demo accounts at their desks, over HTTP. */
@ApplicationScoped
class EditorialOffice {
    static final UUID FIRST_ENTERPRISE = UUID.nameUUIDFromBytes("示例精密机械厂".getBytes(StandardCharsets.UTF_8));

    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    RequestSpecification as(String login) {
        return given().header("Authorization", "Bearer " + token(login)).contentType(ContentType.JSON);
    }

    /** A visitor of the open demo site. */
    RequestSpecification visitor() {
        String token = tokens.computeIfAbsent("a visitor", nobody -> given().contentType(ContentType.JSON)
                .body(Map.of("site", "demo"))
                .post("/api/v1/widget/sessions")
                .then()
                .extract()
                .path("token"));
        return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    static UUID account(String login) {
        return UUID.nameUUIDFromBytes(("demo account " + login).getBytes(StandardCharsets.UTF_8));
    }

    /** The id of a draft by {@code curator}. */
    String draft(String title, String text, Map<String, Object> more) {
        Map<String, Object> article = new HashMap<>(more);
        article.put("title", title);
        article.put("text", text);
        return as("curator")
                .body(article)
                .post("/api/v1/articles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The id of an article by {@code curator} that waits for review. */
    String inReview(String title, String text) {
        String id = draft(title, text, Map.of());
        as("curator").post("/api/v1/articles/" + id + "/submit").then().statusCode(200);
        return id;
    }

    ValidatableResponse approve(String login, String id, int version) {
        return as(login)
                .body(Map.of("version", version))
                .post("/api/v1/articles/" + id + "/approve")
                .then();
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
