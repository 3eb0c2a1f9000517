package io.jiangwen.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiangwen.confidence.JudgedSignals.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignalFitTest {
    private static final List<String> NAMES = List.of("score", "noise", "constant");

    private static List<JudgedSignals> judged(int n) {
        SplittableRandom random = new SplittableRandom(7);
        List<JudgedSignals> judged = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double score = random.nextDouble();
            boolean right = random.nextDouble() < 1 / (1 + Math.exp(-(8 * score - 5)));
            judged.add(new JudgedSignals(
                    new Signals(Map.of("score", score, "noise", random.nextDouble(), "constant", 3.0)),
                    right,
                    Origin.ASKER));
        }
        return judged;
    }

    @Test
    void findsTheLawBehindWhatItSees() {
        Coefficients fitted = SignalFit.fit(judged(20_000), NAMES, 1);
        assertThat(fitted.weights().getOrDefault("score", 0.0)).isBetween(7.5, 8.5);
        assertThat(fitted.weights().getOrDefault("noise", 1.0)).isBetween(-0.3, 0.3);
        assertThat(fitted.weights().getOrDefault("constant", 1.0)).isZero();
        assertThat(fitted.intercept()).isBetween(-5.4, -4.6);
        assertThat(fitted).isEqualTo(SignalFit.fit(judged(20_000), NAMES, 1));
    }

    @Test
    void aRidgeHoldsWeightsBack() {
        double free = SignalFit.fit(judged(50), NAMES, 0.01).weights().getOrDefault("score", 0.0);
        double held = SignalFit.fit(judged(50), NAMES, 100).weights().getOrDefault("score", 0.0);
        assertThat(held).isPositive().isLessThan(free / 2);
    }

    @Test
    void nothingIsFittedToNothing() {
        assertThatThrownBy(() -> SignalFit.fit(List.of(), NAMES, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SignalFit.fit(judged(5), NAMES, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
