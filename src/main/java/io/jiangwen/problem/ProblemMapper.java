package io.jiangwen.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one door out for failures: RFC 9457 bodies, no stack trace, class name or SQL. */
class ProblemMapper {
    @ServerExceptionMapper
    RestResponse<ProblemBody> problem(Problem problem) {
        return render(ProblemBody.of(problem));
    }

    @ServerExceptionMapper
    RestResponse<ProblemBody> notLoggedIn(UnauthorizedException e) {
        return render(ProblemBody.of(401, "not-logged-in", "Log in first, or send a valid token."));
    }

    @ServerExceptionMapper
    RestResponse<ProblemBody> badToken(AuthenticationFailedException e) {
        return render(ProblemBody.of(401, "invalid-token", "The token is not valid any more; log in again."));
    }

    @ServerExceptionMapper
    RestResponse<ProblemBody> forbidden(ForbiddenException e) {
        return render(ProblemBody.of(403, "role-not-allowed", "Your role may not do this."));
    }

    @ServerExceptionMapper
    RestResponse<ProblemBody> invalid(ConstraintViolationException e) {
        String detail = e.getConstraintViolations().stream()
                .map(violation -> lastNode(violation.getPropertyPath().toString()) + " " + violation.getMessage())
                .sorted()
                .collect(Collectors.joining("; "));
        return render(ProblemBody.of(400, "invalid-request", detail));
    }

    @ServerExceptionMapper
    RestResponse<ProblemBody> wrongJson(MismatchedInputException e) {
        String field = e.getPath().isEmpty() ? "" : ": look at " + fieldOf(e);
        return render(ProblemBody.of(400, "invalid-json", "The body does not have the expected form" + field + "."));
    }

    @ServerExceptionMapper
    RestResponse<ProblemBody> brokenJson(JsonProcessingException e) {
        return render(ProblemBody.of(400, "invalid-json", "The body is not valid JSON."));
    }

    /** A body that breaks off, such as an upload without its end; our own reading and writing never fails like this. */
    @ServerExceptionMapper
    RestResponse<ProblemBody> unreadable(IOException e) {
        Log.warnf("A request could not be read: %s", e.getMessage());
        return render(ProblemBody.of(400, "unreadable-body", "The body of the request ends early or is broken."));
    }

    @ServerExceptionMapper
    RestResponse<ProblemBody> http(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException broken) return brokenJson(broken);
        int status = e.getResponse().getStatus();
        if (status >= 500) return unexpected(e);
        return render(
                switch (status) {
                    case 400 -> ProblemBody.of(status, "invalid-request", "The request could not be read.");
                    case 404 -> ProblemBody.of(status, "not-found", "There is nothing at this address.");
                    case 405 -> ProblemBody.of(status, "method-not-allowed", "This address does not take that method.");
                    case 406 -> ProblemBody.of(status, "not-acceptable", "This address cannot answer in that format.");
                    case 413 -> ProblemBody.of(status, "body-too-large", "The body is too large.");
                    case 415 -> ProblemBody.of(status, "unsupported-media-type", "Send application/json.");
                    default -> ProblemBody.of(status, "http-" + status, "The request was refused.");
                });
    }

    /** Whatever was not foreseen: logged once with an id that the caller can quote. */
    @ServerExceptionMapper
    RestResponse<ProblemBody> unexpected(Throwable e) {
        String incident = UUID.randomUUID().toString();
        Log.errorf(e, "Unexpected failure, incident %s", incident);
        return render(ProblemBody.unexpected(incident));
    }

    private static RestResponse<ProblemBody> render(ProblemBody body) {
        var response = RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(body.status()), body)
                .header(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE);
        if (body.status() == 401) response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        Object wait = body.extras().get("retryAfter");
        if (wait != null) response.header(HttpHeaders.RETRY_AFTER, wait);
        return response.build();
    }

    private static String lastNode(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String fieldOf(MismatchedInputException e) {
        return e.getPath().stream()
                .map(reference ->
                        reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : reference.getFieldName())
                .collect(Collectors.joining("."));
    }
}
