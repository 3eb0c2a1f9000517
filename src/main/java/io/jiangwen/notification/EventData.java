package io.jiangwen.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Reads the few facts of an event that may leave the service. Everything else in its data stays inside. */
@ApplicationScoped
class EventData {
    private final ObjectMapper json;

    EventData(ObjectMapper json) {
        this.json = json;
    }

    /** @param number of a ticket, null where the event is not about one */
    record Facts(@Nullable String number, @Nullable String state, boolean confidential) {}

    Facts of(OutboxEvent event) {
        try {
            JsonNode data = json.readTree(event.data());
            return new Facts(
                    data.path("number").textValue(),
                    data.path("state").textValue(),
                    data.path("confidential").asBoolean());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event " + event.seq() + " has broken data", e);
        }
    }
}
