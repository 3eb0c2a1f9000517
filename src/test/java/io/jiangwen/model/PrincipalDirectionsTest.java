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
            float[] point = {(float) (half * (a - b)), (float) (half * (a + b)), (float) random.nextGaussian()};
            cloud.add(point, 0.5);
        }
        return cloud;
    }

    @Test
    void findsTheDirectionsOfGreatestReach() {
        float[][] directions = cloud().first(2);
        float half = (float) Math.sqrt(0.5);
        assertThat(Math.abs(directions[0][0] * half + directions[0][1] * half)).isCloseTo(1, within(0.001f));
        assertThat(Math.abs(directions[1][1] * half - directions[1][0] * half)).isCloseTo(1, within(0.001f));
    }
}
