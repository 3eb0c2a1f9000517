package io.jiangwen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jiangwen.confidence.Calibration;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Calibration PRIOR = new Calibration(1, "prior", 0, Map.of(), 0.55, 0.10);

    @Test
    void shippedThresholdHoldsForTheRateItWasFittedFor() {
        assertThat(new Gate(EvaluateOptions.Calibrate.PRIOR, 0.10).threshold(PRIOR))
                .isEqualTo(0.55);
    }

    @Test
    void oddsMoveWithTheRate() {
        // odds 0.55 / 0.45, times 19 to 1 over 9 to 1
        assertThat(new Gate(EvaluateOptions.Calibrate.PRIOR, 0.05).threshold(PRIOR))
                .isEqualTo(0.7206, within(1e-4));
    }

    @Test
    void uncalibratedScoresAreTakenAtTheirWord() {
        assertThat(new Gate(EvaluateOptions.Calibrate.NONE, 0.25).threshold(PRIOR))
                .isEqualTo(0.75);
    }

    @Property
    void toleratingMoreAnswersMore(
            @ForAll @DoubleRange(min = 0.01, max = 0.49) double alpha,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double more) {
        for (EvaluateOptions.Calibrate calibrate :
                new EvaluateOptions.Calibrate[] {EvaluateOptions.Calibrate.PRIOR, EvaluateOptions.Calibrate.NONE}) {
            double strict = new Gate(calibrate, alpha).threshold(PRIOR);
            assertThat(strict).isBetween(0.0, 1.0);
            assertThat(new Gate(calibrate, alpha + more).threshold(PRIOR)).isLessThan(strict);
        }
    }
}
