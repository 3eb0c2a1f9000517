package io.jiangwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jiangwen.model.TokenVectors;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateInteractionTest {
    private static final float[] SHAFT = {1, 0};
    private static final float[] CHATTER = {0, 1};

    /** Vectors of two components as passages keep them: steps of 7, the first component in the low half. */
    private static final byte LIKE_SHAFT = 14 | (7 << 4);

    private static final byte LIKE_CHATTER = (byte) (7 | (14 << 4));
    private static final byte NEITHER = 0;

    /** A passage of {@code length} tokens that say nothing, but for the given ones. */
    private static TokenVectors passage(int length, int shaftAt, int chatterAt) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, NEITHER);
        bytes[shaftAt] = LIKE_SHAFT;
        bytes[chatterAt] = LIKE_CHATTER;
        return new TokenVectors(2, bytes);
    }

    private static double similarity(TokenVectors passage, double... weights) {
        return LateInteraction.of(List.of(SHAFT, CHATTER), weights, passage).window();
    }

    @Test
    void wordsThatStandTogetherMeetTheQuestion() {
        assertThat(similarity(passage(400, 200, 210), 1, 1)).isEqualTo(1);
    }

    @Test
    void wordsFarApartDoNot() {
        assertThat(similarity(passage(400, 20, 300), 1, 1)).isEqualTo(0.5);
    }

    @Test
    void rareWordsCountMore() {
        TokenVectors shaftOnly = new TokenVectors(2, new byte[] {LIKE_SHAFT});
        assertThat(similarity(shaftOnly, 3, 1)).isEqualTo(0.75, within(1e-6));
        assertThat(similarity(shaftOnly, 1, 3)).isEqualTo(0.25, within(1e-6));
    }

    @Test
    void nothingMeetsNothing() {
        assertThat(similarity(new TokenVectors(2, new byte[0]), 1, 1)).isZero();
        assertThat(LateInteraction.of(List.of(), new double[0], passage(10, 1, 2))
                        .window())
                .isZero();
        assertThat(similarity(passage(10, 1, 2), 0, 0)).isZero();
    }

    @Test
    void aPassageShorterThanAStretchIsOneStretch() {
        assertThat(similarity(passage(3, 0, 2), 1, 1)).isEqualTo(1);
    }
}
