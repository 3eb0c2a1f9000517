package io.jiangwen.account;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a resume link carries: the id of the link, the second it expires, and their HMAC-SHA256 under a key of the service.
 * 16 + 8 + 32 bytes as URL-safe Base64. The digest also covers a purpose, so that nothing else signed with the key can
 * stand in for it.
 */
record ResumeToken(UUID link, Instant expires) {
    private static final byte[] PURPOSE = "jiangwen resume 1".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int STATED = 24;
    private static final int WHOLE = STATED + 32;

    String signed(byte[] key) {
        byte[] stated = stated();
        ByteBuffer whole = ByteBuffer.allocate(WHOLE).put(stated).put(digest(key, stated));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
    }

    /** Empty for anything that this key did not sign; takes as long for a near miss as for nonsense of that length. */
    static Optional<ResumeToken> read(String text, byte[] key) {
        byte[] whole = bytes(text);
        if (whole.length != WHOLE) return Optional.empty();
        byte[] stated = Arrays.copyOf(whole, STATED);
        if (!MessageDigest.isEqual(digest(key, stated), Arrays.copyOfRange(whole, STATED, WHOLE)))
            return Optional.empty();
        ByteBuffer read = ByteBuffer.wrap(stated);
        return Optional.of(
                new ResumeToken(new UUID(read.getLong(), read.getLong()), Instant.ofEpochSecond(read.getLong())));
    }

    private byte[] stated() {
        return ByteBuffer.allocate(STATED)
                .putLong(link.getMostSignificantBits())
                .putLong(link.getLeastSignificantBits())
                .putLong(expires.getEpochSecond())
                .array();
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] digest(byte[] key, byte[] stated) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(PURPOSE);
            return mac.doFinal(stated);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
