package io.jiangwen.notification;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A post that its receiver can trust. Headers: {@code Jiangwen-Event-Id}, the same on every try; {@code
 * Jiangwen-Timestamp}, seconds since 1970; {@code Jiangwen-Signature}, as {@link Signature#webhook} makes it. A receiver
 * compares the signature in constant time, refuses an old timestamp, and ignores an id it has seen.
 */
final class SignedPost {
    static final String EVENT_ID = "Jiangwen-Event-Id";
    static final String TIMESTAMP = "Jiangwen-Timestamp";
    static final String SIGNATURE = "Jiangwen-Signature";

    private final HttpPost http;
    private final Clock clock;

    SignedPost(HttpPost http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    Receipt send(URI url, Parcel parcel, String body) {
        long seconds = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(EVENT_ID, parcel.id().toString());
        headers.put(TIMESTAMP, Long.toString(seconds));
        String secret = parcel.destination().secret();
        if (secret != null) headers.put(SIGNATURE, Signature.webhook(secret, seconds, body));
        return Replies.receipt(http.send(url, headers, body));
    }
}
