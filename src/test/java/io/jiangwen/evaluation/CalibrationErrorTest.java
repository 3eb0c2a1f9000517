package io.jiangwen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationErrorTest {
    @Test
    void weighsBinsByTheirSize() {
        // 0.9 three times, two of them right: off by 0.7 of three; 0.1 once, wrong: off by 0.1 of one.
        Selection selection = new Selection(List.of(0.9, 0.9, 0.9, 0.1), List.of(true, true, false, false));
        assertThat(CalibrationError.of(selection)).isEqualTo((0.7 + 0.1) / 4, within(1e-12));
    }

    @Test
    void certaintyBelongsToTheLastBin() {
        assertThat(CalibrationError.of(new Selection(List.of(1.0, 0.95), List.of(true, true))))
                .isEqualTo(0.025, within(1e-12));
        assertThat(CalibrationError.of(new Selection(List.of(0.0), List.of(false))))
                .isZero();
    }

    @Test
    void trueProbabilitiesHaveLessErrorTheMoreThereAre() {
        double few = CalibrationError.ofATruePredictor(Collections.nCopies(20, 0.5), 1);
        double many = CalibrationError.ofATruePredictor(Collections.nCopies(2_000, 0.5), 1);
        // One bin: |mean - 0.5| of n coins stays below 1.96 * 0.5 / sqrt(n) in 95 %.
        assertThat(few).isEqualTo(1.96 * 0.5 / Math.sqrt(20), within(0.04));
        assertThat(many).isEqualTo(1.96 * 0.5 / Math.sqrt(2_000), within(0.003));
    }

    @Test
    void sameSeedSameFigure() {
        List<Double> confidences = List.of(0.2, 0.4, 0.6, 0.8, 0.9);
        assertThat(CalibrationError.ofATruePredictor(confidences, 7))
                .isEqualTo(CalibrationError.ofATruePredictor(confidences, 7));
    }
}
