package io.jiangwen.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** Text messages, handed to the operator's gateway as signed webhooks: {@code {"id","to","text"}}. */
@ApplicationScoped
class SmsCarrier implements Carrier {
    private final SignedPost post;
    private final Optional<URI> gateway;
    private final Optional<String> secret;
    private final ObjectMapper json;

    SmsCarrier(HttpPost http, ObjectMapper json, NotificationConfig config, Clock clock) {
        post = new SignedPost(http, clock);
        gateway = config.delivery().smsUrl();
        secret = config.delivery().smsSecret();
        this.json = json;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean isOpen() {
        return gateway.isPresent();
    }

    @Override
    public Receipt carry(Parcel parcel) {
        if (gateway.isEmpty()) return new Receipt.Refused("no gateway for text messages is set up");
        Parcel.Destination signed = new Parcel.Destination(parcel.destination().address(), secret.orElse(null));
        String body = json.createObjectNode()
                .put("id", parcel.id().toString())
                .put("to", parcel.destination().address())
                .put("text", parcel.message().words())
                .toString();
        return post.send(gateway.get(), new Parcel(parcel.id(), signed, parcel.message()), body);
    }
}
