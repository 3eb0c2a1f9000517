package io.jiangwen.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTokenTest {
    private static final byte[] KEY = "a key of the tests, 32 bytes long".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "another key, just as long, really".getBytes(StandardCharsets.UTF_8);
    private static final ResumeToken TOKEN = new ResumeToken(
            UUID.fromString("0d9bb1c8-5f0e-4b9c-9d2e-6a3f1c2b4d5e"), Instant.ofEpochSecond(1_800_000_000L));

    @Property
    void readsWhatItSigned(@ForAll long most, @ForAll long least, @ForAll @IntRange int seconds) {
        ResumeToken token = new ResumeToken(new UUID(most, least), Instant.ofEpochSecond(seconds));
        assertThat(ResumeToken.read(token.signed(KEY), KEY)).contains(token);
        assertThat(ResumeToken.read(token.signed(OTHER), KEY)).isEmpty();
    }

    @Property
    void readsNothingWithOneBitChanged(@ForAll @IntRange(min = 0, max = 56 * 8 - 1) int bit) {
        byte[] whole = Base64.getUrlDecoder().decode(TOKEN.signed(KEY));
        whole[bit / 8] ^= (byte) (1 << bit % 8);
        String changed = Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        assertThat(ResumeToken.read(changed, KEY)).isEmpty();
    }

    @Property
    void readsNothingElse(@ForAll String text) {
        assertThat(ResumeToken.read(text, KEY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 74, 100})
    void readsNothingShorterOrLonger(int length) {
        assertThat(ResumeToken.read((TOKEN.signed(KEY) + "A".repeat(40)).substring(0, length), KEY))
                .isEmpty();
    }
}
