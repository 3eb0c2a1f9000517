package io.jiangwen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jiangwen.text.TextRange;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
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
        assertThat(SPACE.place(window(new float[] {4, 5}, new float[] {0, 2}), 0))
                .containsExactly(new float[] {0.6f / norm, 1 / norm}, within(1e-6f));
    }

    @Test
    void theMeanItselfIsNowhere() {
        assertThat(SPACE.place(window(new float[] {1, 1}, new float[] {0, 0}), 0))
                .containsOnly(0);
    }

    @Test
    void isReadAsItWasWritten(@TempDir Path folder) throws IOException {
        SPACE.write(folder.resolve("some-model"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            TokenSpace read = TokenSpace.read("some-model");
            assertThat(read.means()).isDeepEqualTo(SPACE.means());
            assertThat(read.directions()).isDeepEqualTo(SPACE.directions());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
