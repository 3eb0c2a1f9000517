package io.jiangwen.model;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import java.util.Optional;

/** An endpoint answered with a status other than success. */
final class Refusal extends HttpException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> retryAfter;

    /** @param retryAfter how long it asks to be left alone */
    Refusal(int status, String body, Optional<Duration> retryAfter) {
        super(status, body);
        this.retryAfter = retryAfter;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** Whether the same question may be answered a little later. */
    boolean isPassing() {
        return statusCode() == 429 || statusCode() == 408 || statusCode() >= 500;
    }

    /** Whether the endpoint does not know structured output. */
    boolean isOfFormat() {
        String body = String.valueOf(getMessage());
        return (statusCode() == 400 || statusCode() == 422 || statusCode() == 501)
                && (body.contains("response_format") || body.contains("json_schema"));
    }
}
