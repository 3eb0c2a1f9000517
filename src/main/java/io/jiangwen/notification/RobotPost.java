package io.jiangwen.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A post to a group robot. The platforms answer 200 also when they refuse: the code in the body tells, 0 for taken.
 */
@ApplicationScoped
class RobotPost {
    /** After too many messages 钉钉 is silent for a while, and the others count by the minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpPost http;
    private final ObjectMapper json;

    RobotPost(HttpPost http, ObjectMapper json) {
        this.http = http;
        this.json = json;
    }

    /**
     * How a platform reports.
     *
     * @param field where the code stands
     * @param tooMany codes that mean: later
     */
    record Dialect(String field, Set<Integer> tooMany) {}

    ObjectNode object() {
        return json.createObjectNode();
    }

    Receipt send(URI url, Parcel parcel, ObjectNode body, Dialect dialect) {
        Map<String, String> id = Map.of(SignedPost.EVENT_ID, parcel.id().toString());
        HttpPost.Reply reply = http.send(url, id, body.toString());
        Receipt receipt = Replies.receipt(reply);
        return receipt instanceof Receipt.Taken && reply instanceof HttpPost.Reply.Answered answered
                ? judge(answered.body(), dialect)
                : receipt;
    }

    private Receipt judge(String body, Dialect dialect) {
        try {
            JsonNode code = json.readTree(body).path(dialect.field());
            if (!code.isInt()) return new Receipt.Failed("200 without " + dialect.field());
            String detail = dialect.field() + " " + code.asInt();
            if (code.asInt() == 0) return new Receipt.Taken(detail);
            boolean later = dialect.tooMany().contains(code.asInt());
            return new Receipt.Failed(detail, later ? PATIENCE : null);
        } catch (JsonProcessingException e) {
            return new Receipt.Failed("200 without JSON");
        }
    }
}
