package io.jiangwen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenVectorsTest {
    private static final int WIDTH = 256;

    private static List<float[]> unitVectors(int count, long seed) {
        Random random = new Random(seed);
        List<float[]> vectors = new ArrayList<>();
        for (int v = 0; v < count; v++) {
            float[] vector = new float[WIDTH];
            double square = 0;
            for (int i = 0; i < WIDTH; i++) {
                vector[i] = (float) random.nextGaussian();
                square += vector[i] * vector[i];
            }
            for (int i = 0; i < WIDTH; i++) vector[i] /= (float) Math.sqrt(square);
            vectors.add(vector);
        }
        return vectors;
    }

    @Test
    void cosinesAreKeptToAHundredth() {
        List<float[]> tokens = unitVectors(50, 1);
        List<float[]> asked = unitVectors(20, 2);
        asked.set(0, tokens.get(7));
        float[][] cosines = TokenVectors.of(WIDTH, tokens).cosines(asked);
        for (int q = 0; q < asked.size(); q++) {
            for (int t = 0; t < tokens.size(); t++) {
                double exact = 0;
                for (int i = 0; i < WIDTH; i++) exact += asked.get(q)[i] * tokens.get(t)[i];
                assertThat(cosines[q][t]).isCloseTo((float) exact, within(0.03f));
            }
        }
        assertThat(cosines[0][7]).isCloseTo(1, within(0.02f));
    }

    @Test
    void halfAByteForEachComponent() {
        TokenVectors vectors = TokenVectors.of(WIDTH, unitVectors(3, 1));
        assertThat(vectors.bytes()).hasSize(3 * WIDTH / 2);
        assertThat(vectors.count()).isEqualTo(3);
        assertThat(TokenVectors.of(WIDTH, List.of()).cosines(unitVectors(1, 1))[0])
                .isEmpty();
    }

    @Test
    void aVectorOfNothingIsLikeNothing() {
        assertThat(TokenVectors.of(2, List.of(new float[] {0, 0})).cosines(List.of(new float[] {1, 0}))[0])
                .containsExactly(0);
    }

    @Test
    void otherWidthsAreRefused() {
        assertThatThrownBy(() -> new TokenVectors(4, new byte[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TokenVectors.of(2, List.of(new float[] {1, 0})).cosines(List.of(new float[] {1})))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
