package io.jiangwen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PrincipalDirectionsTest {
    /** Points spread 9 : 3 : 1 along three directions that are turned by 45 degrees in the first plane. */
    private static PrincipalDirections cloud() {
        PrincipalDirections cloud = new PrincipalDirections(3);
        Random random = new Random(7);
        double half = Math.sqrt(0.5);
        for (int i = 0; i < 20_000; i++) {
            double a = 9 * random.nextGaussian();
            double b = 3 * random.nextGaussian();
            cloud.add(new float[] {
                (float) (5 + half * (a - b)), (float) (-2 + half * (a + b)), (float) random.nextGaussian()
            });
        }
        return cloud;
    }

    @Test
    void findsTheMeanAndTheDirectionsOfGreatestSpread() {
        assertThat(cloud().mean()).containsExactly(new float[] {5, -2, 0}, within(0.3f));
        float[][] directions = cloud().directions(2);
        float half = (float) Math.sqrt(0.5);
        assertThat(Math.abs(directions[0][0] * half + directions[0][1] * half)).isCloseTo(1, within(0.001f));
        assertThat(Math.abs(directions[1][1] * half - directions[1][0] * half)).isCloseTo(1, within(0.001f));
    }

    @Test
    void placesVectorsAtLengthOneAroundTheMean() {
        TokenSpace space = new TokenSpace(new float[] {1, 1, 1}, new float[][] {{1, 0, 0}, {0, 1, 0}});
        assertThat(space.place(new float[] {4, 5, 9})).containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
        assertThat(space.place(new float[] {1, 1, 1})).containsOnly(0);
    }
}
