package io.jiangwen.knowledge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** Where a page of articles ended: the age and id of its last one. */
public record ArticleCursor(Instant createdAt, String id) {
    /** An opaque form for URLs. */
    public String encoded() {
        String plain = ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException for anything that {@link #encoded()} did not write */
    public static ArticleCursor decode(String encoded) {
        String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
        int blank = plain.indexOf(' ');
        if (blank < 0) throw new IllegalArgumentException("not a cursor");
        Instant createdAt = Instant.EPOCH.plus(Long.parseLong(plain, 0, blank, 10), ChronoUnit.MICROS);
        return new ArticleCursor(createdAt, plain.substring(blank + 1));
    }
}
