package io.jiangwen.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;

/** Signed webhooks of other systems. */
@ApplicationScoped
class WebhookCarrier implements Carrier {
    private final SignedPost post;
    private final ObjectMapper json;

    WebhookCarrier(HttpPost http, ObjectMapper json, Clock clock) {
        post = new SignedPost(http, clock);
        this.json = json;
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public Receipt carry(Parcel parcel) {
        Parcel.Message message = parcel.message();
        ObjectNode body = json.createObjectNode()
                .put("id", parcel.id().toString())
                .put("type", message.type())
                .put("at", message.at().toString())
                .put("subject", message.subject())
                .put("number", message.number())
                .put("state", message.state())
                .put("text", message.text())
                .put("url", message.link() == null ? null : message.link().toString());
        return post.send(URI.create(parcel.destination().address()), parcel, body.toString());
    }
}
