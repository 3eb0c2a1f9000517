package io.jiangwen.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticFitTest {
    private static final double[] TRUE = {-1, 2, 0.5};

    private static LogisticFit.Observations drawn(int count, long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[count][];
        double[] right = new double[count];
        double[] weights = new double[count];
        Arrays.fill(weights, 1);
        for (int i = 0; i < count; i++) {
            rows[i] = new double[] {1, random.nextGaussian(), random.nextGaussian()};
            right[i] = random.nextDouble() < LogisticFit.probability(rows[i], TRUE) ? 1 : 0;
        }
        return new LogisticFit.Observations(rows, right, weights);
    }

    private static double[] all(double value) {
        return new double[] {value, value, value};
    }

    @Test
    void recoversTheWeightsThatMadeTheObservations() {
        double[] fitted = LogisticFit.fit(drawn(20_000, 3), all(0), all(1e-6));
        for (int i = 0; i < TRUE.length; i++) assertThat(fitted[i]).isEqualTo(TRUE[i], within(0.1));
    }

    @Test
    void believesThePriorWithoutObservationsAndTheObservationsWhenThereAreMany() {
        double[] prior = {0, -1, 0};
        LogisticFit.Observations none = new LogisticFit.Observations(new double[0][], new double[0], new double[0]);
        assertThat(LogisticFit.fit(none, prior, all(30))).containsExactly(prior);
        double few = LogisticFit.fit(drawn(20, 5), prior, all(30))[1];
        double many = LogisticFit.fit(drawn(5_000, 5), prior, all(30))[1];
        assertThat(few).isBetween(-1.0, 0.0);
        assertThat(many).isGreaterThan(1.5);
    }

    @Test
    void staysFiniteWhereAllIsRightAndSettlesTheSameWayEachTime() {
        double[][] rows = {{1, 100, 0}, {1, -100, 0}};
        LogisticFit.Observations separable =
                new LogisticFit.Observations(rows, new double[] {1, 0}, new double[] {1, 1});
        double[] fitted = LogisticFit.fit(separable, all(0), all(0.01));
        assertThat(Arrays.stream(fitted).allMatch(Double::isFinite)).isTrue();
        assertThat(LogisticFit.fit(separable, all(0), all(0.01))).containsExactly(fitted);
    }

    @Test
    void refusesRowsWithoutOutcomes() {
        assertThatThrownBy(() -> new LogisticFit.Observations(new double[3][], new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
