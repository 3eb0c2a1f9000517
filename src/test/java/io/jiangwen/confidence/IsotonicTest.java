package io.jiangwen.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IsotonicTest {
    private static double share(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static List<Isotonic.Observation> overconfident(int count, long seed) {
        Random random = new Random(seed);
        List<Isotonic.Observation> observations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double logit = 4 * random.nextGaussian();
            observations.add(new Isotonic.Observation(logit, random.nextDouble() < share(logit / 2), 1));
        }
        return observations;
    }

    @Property(tries = 100)
    void neverFallsAndNeverPromisesCertainty(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 300) int count,
            @ForAll @DoubleRange(min = -20, max = 20) double low,
            @ForAll @DoubleRange(min = 0, max = 5) double more) {
        Curve curve = Isotonic.fit(overconfident(count, seed), 10);
        assertThat(curve.correct(low + more)).isGreaterThanOrEqualTo(curve.correct(low));
        assertThat(share(curve.correct(low))).isGreaterThan(0).isLessThan(1);
    }

    @Test
    void undoesOverconfidence() {
        List<Isotonic.Observation> observations = overconfident(5_000, 7);
        Curve curve = Isotonic.fit(observations, 30);
        List<Double> before = new ArrayList<>();
        List<Double> after = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (Isotonic.Observation each : observations) {
            before.add(share(each.logit()));
            after.add(share(curve.correct(each.logit())));
            right.add(each.right());
        }
        assertThat(Reliability.of(before, right).error()).isGreaterThan(0.08);
        assertThat(Reliability.of(after, right).error()).isLessThan(0.02);
    }

    @Test
    void drawsALevelWhereTheOrderSaysNothing() {
        Curve curve = Isotonic.fit(
                List.of(
                        new Isotonic.Observation(1, true, 1),
                        new Isotonic.Observation(2, false, 1),
                        new Isotonic.Observation(3, true, 1),
                        new Isotonic.Observation(4, false, 1)),
                1);
        assertThat(curve.points()).hasSize(1);
        assertThat(curve.points().getFirst().to()).isEqualTo(0, within(1e-9));
    }

    @Test
    void correctsNothingWithoutObservations() {
        assertThat(Isotonic.fit(List.of(), 1)).isEqualTo(Curve.NONE);
        assertThat(Curve.NONE.correct(1.5)).isEqualTo(1.5);
    }

    @Test
    void refusesWhatIsNoObservationAndNoCurve() {
        assertThatThrownBy(() -> new Isotonic.Observation(0, true, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Curve(List.of(new Curve.Point(1, 2), new Curve.Point(2, 1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Curve.Point(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
