package io.jiangwen.notification;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104) in the ways receivers want it. */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** Of a webhook: {@code v1=} and the hexadecimal digest of seconds since 1970, a full stop and the body. */
    static String webhook(String secret, long seconds, String body) {
        return "v1=" + HexFormat.of().formatHex(hmac(secret, seconds + "." + body));
    }

    /** Of 钉钉: Base64 of the digest of {@code milliseconds \n secret}, with the secret as the key. */
    static String dingTalk(String secret, long millis) {
        return Base64.getEncoder().encodeToString(hmac(secret, millis + "\n" + secret));
    }

    /** Of 飞书: Base64 of the digest of nothing, with {@code seconds \n secret} as the key. */
    static String feishu(String secret, long seconds) {
        return Base64.getEncoder().encodeToString(hmac(seconds + "\n" + secret, ""));
    }

    private static byte[] hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
