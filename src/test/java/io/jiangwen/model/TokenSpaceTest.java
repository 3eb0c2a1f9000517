package io.jiangwen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jiangwen.text.TextRange;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenSpaceTest {
    private static final TokenSpace SPACE =
            new TokenSpace(new float[][] {{1, 1}, {0, 0}}, new float[][] {{1, 0, 0, 0}, {0, 0, 0, 1}});

    /** One piece between the frame's tokens, with a vector in each of two layers. */
    private static EncodedWindow window(float[] last, float[] hidden) {
        Piece piece = new Piece("轴", new TextRange(0, 1));
        return new EncodedWindow(
                List.of(piece),
                List.of(new float[] {9, 9, last[0], last[1], 9, 9}, new float[] {9, 9, hidden[0], hidden[1], 9, 9}),
                1);
    }

    @Test
    void joinsTheLayersAroundTheirMeansAtLengthOne() {
        // (4, 5) - (1, 1) = (3, 4) gives (0.6, 0.8); (0, 2) gives (0, 1); projected (0.6, 1).
        float norm = (float) Math.sqrt(1.36);
        List<float[]> placed = SPACE.place(window(new float[] {4, 5}, new float[] {0, 2}), List.of(0));
        assertThat(placed).hasSize(1);
        assertThat(placed.getFirst()).containsExactly(new float[] {0.6f / norm, 1 / norm}, within(1e-6f));
    }

    @Test
    void theMeanItselfIsNowhere() {
        List<float[]> placed = SPACE.place(window(new float[] {1, 1}, new float[] {0, 0}), List.of(0));
        assertThat(placed.getFirst()).containsOnly(0);
    }

    /** More pieces than are placed together: each is where it would be alone. */
    @Test
    void manyPiecesArePlacedLikeEachAlone() {
        int count = 21;
        float[] last = new float[2 * (count + 2)];
        float[] hidden = new float[last.length];
        for (int i = 0; i < last.length; i++) {
            last[i] = (i * 7) % 11 - 4f;
            hidden[i] = (i * 5) % 13 - 6f;
        }
        EncodedWindow window = new EncodedWindow(
                Collections.nCopies(count, new Piece("轴", new TextRange(0, 1))), List.of(last, hidden), count);
        List<Integer> odd =
                IntStream.range(0, count).filter(i -> i % 2 == 1).boxed().toList();
        List<float[]> together = SPACE.place(window, odd);
        assertThat(together).hasSameSizeAs(odd);
        for (int i = 0; i < odd.size(); i++)
            assertThat(together.get(i))
                    .containsExactly(SPACE.place(window, List.of(odd.get(i))).getFirst());
    }

    @Test
    void isReadAsItWasWritten(@TempDir Path folder) throws IOException {
        SPACE.write(folder.resolve("some-model"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            TokenSpace read = TokenSpace.read("some-model");
            read.write(folder.resolve("again"));
            assertThat(folder.resolve("again")).hasSameBinaryContentAs(folder.resolve("some-model"));
            EncodedWindow window = window(new float[] {4, 5}, new float[] {0, 2});
            assertThat(read.place(window, List.of(0)).getFirst())
                    .containsExactly(SPACE.place(window, List.of(0)).getFirst());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
