package io.jiangwen.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * The members of RFC 9457, and {@code code}.
 *
 * @param type an URN of the code; it names the problem and leads nowhere
 * @param extras further members, rendered beside the others
 */
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @JsonIgnore Map<String, Object> extras) {
    /** Of RFC 9457. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public ProblemBody {
        extras = Map.copyOf(extras);
    }

    /** How a problem is shown to callers. */
    public static ProblemBody of(Problem problem) {
        return of(problem.status(), problem.code(), String.valueOf(problem.getMessage()), problem.extras());
    }

    /** What was not foreseen; the incident's id stands in the log. */
    public static ProblemBody unexpected(String incident) {
        return of(500, "internal-error", "Something failed on our side. Incident " + incident + ".");
    }

    static ProblemBody of(int status, String code, String detail) {
        return of(status, code, detail, Map.of());
    }

    private static ProblemBody of(int status, String code, String detail, Map<String, Object> extras) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "Refused" : known.getReasonPhrase();
        return new ProblemBody("urn:jiangwen:problem:" + code, title, status, detail, code, extras);
    }

    @JsonAnyGetter
    Map<String, Object> further() {
        return extras;
    }
}
