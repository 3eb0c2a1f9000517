package io.jiangwen.testsupport;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The service as one caller meets it over HTTP; null is the token of whoever has none. */
public record Api(@Nullable String token) {
    private static final String ROOT = "/api/v1";

    /** A request for JSON with the caller's token, and nothing else set. */
    public RequestSpecification request() {
        RequestSpecification request = given().basePath(ROOT).contentType(ContentType.JSON);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** @param values of the placeholders {@code {name}} in the path, in order */
    public ValidatableResponse get(String path, Object... values) {
        return request().get(path, values).then();
    }

    public ValidatableResponse post(String path, Object body) {
        return request().body(body).post(path).then();
    }

    public ValidatableResponse put(String path, Object body) {
        return request().body(body).put(path).then();
    }

    /** What the caller reads at an address that answers him. */
    public JsonPath read(String path, Object... values) {
        return get(path, values).statusCode(200).extract().jsonPath();
    }

    /** The id of a new thread. */
    public String thread() {
        return post("/conversations", Map.of()).statusCode(201).extract().path("id");
    }

    /** The turn that a question in a thread of its own becomes. */
    public JsonPath ask(String question) {
        return ask(thread(), question);
    }

    public JsonPath ask(String thread, String question) {
        return post("/conversations/" + thread + "/turns", Map.of("question", question))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** The caller's live events. */
    public EventStream events(@Nullable Long lastEventId) throws IOException, InterruptedException {
        return EventStream.open(Objects.requireNonNull(token), lastEventId);
    }
}
