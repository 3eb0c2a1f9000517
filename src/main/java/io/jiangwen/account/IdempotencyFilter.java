package io.jiangwen.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jiangwen.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * A POST repeated with the same {@code Idempotency-Key} gets the first answer again and does nothing. Streams and
 * uploads are left to their endpoints. Only successes are remembered: what failed may be tried again.
 */
class IdempotencyFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final String PENDING = "jiangwen.idempotency";
    private static final int LONGEST_KEY = 200;

    private final IdempotentRequests requests;
    private final ObjectMapper json;

    IdempotencyFilter(IdempotentRequests requests, ObjectMapper json) {
        this.requests = requests;
        this.json = json;
    }

    private record Pending(String caller, String key) {}

    @ServerRequestFilter(priority = 3000)
    @Nullable
    Response before(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        if (key == null || !"POST".equals(request.getMethod()) || !isPlainJson(request)) return null;
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Problem.Invalid("invalid-idempotency-key", "Idempotency-Key has 1 to 200 characters.");
        }
        String caller = callerOf(request);
        IdempotentRequests.Earlier earlier = requests.begin(caller, key, fingerprint(request));
        if (earlier == null) {
            request.setProperty(PENDING, new Pending(caller, key));
            return null;
        }
        if (!earlier.request().equals(fingerprint(request))) {
            throw new Problem.Conflict("idempotency-key-reused", "This Idempotency-Key was used for another request.");
        }
        Integer status = earlier.status();
        if (status == null) {
            throw new Problem.Conflict("request-in-progress", "The same request is being answered; try again shortly.");
        }
        return Response.status(status)
                .entity(earlier.body())
                .type(MediaType.APPLICATION_JSON)
                .header("Idempotency-Replayed", "true")
                .build();
    }

    @ServerResponseFilter
    void after(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (!(request.getProperty(PENDING) instanceof Pending pending)) return;
        if (response.getStatus() >= 300) {
            requests.abandon(pending.caller(), pending.key());
            return;
        }
        Object entity = response.getEntity();
        requests.finish(
                pending.caller(),
                pending.key(),
                response.getStatus(),
                entity == null ? null : json.writeValueAsString(entity));
    }

    /** The token's hash: a key means nothing across callers, and the token itself is not stored. */
    private static String callerOf(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        var cookie = request.getCookies().get(TokenAuthentication.COOKIE);
        String token = header != null ? header : cookie != null ? cookie.getValue() : "";
        return HexFormat.of().formatHex(Tokens.hash(token));
    }

    private static boolean isPlainJson(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        return (type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                && (accept == null || !accept.contains(MediaType.SERVER_SENT_EVENTS));
    }

    private static String fingerprint(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        return request.getUriInfo().getPath() + " "
                + HexFormat.of().formatHex(Tokens.hash(new String(body, java.nio.charset.StandardCharsets.UTF_8)));
    }
}
