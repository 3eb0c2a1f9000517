package io.jiangwen.testsupport;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;

/** Refusals as RFC 9457 and the contract want them. */
public final class Refusals {
    private Refusals() {}

    /** The response is a problem with this status and code. */
    public static ValidatableResponse refused(int status, String code, ValidatableResponse response) {
        return refused(status, response).body("code", equalTo(code));
    }

    /** The response is a problem with this status. */
    public static ValidatableResponse refused(int status, ValidatableResponse response) {
        return response.statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("status", equalTo(status))
                .body("type", startsWith("urn:jiangwen:problem:"))
                .body("title", notNullValue())
                .body("detail", not(containsString("Exception")));
    }
}
