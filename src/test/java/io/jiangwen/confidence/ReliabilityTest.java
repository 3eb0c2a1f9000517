package io.jiangwen.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    @Test
    void weighsTheDistanceOfEachBinByItsQuestions() {
        Reliability curve = Reliability.of(List.of(0.1, 0.15, 0.9, 1.0), List.of(false, false, true, false));
        assertThat(curve.bins()).hasSize(2);
        assertThat(curve.bins().getLast()).isEqualTo(new Reliability.Bin(2, 0.95, 0.5));
        assertThat(curve.error()).isEqualTo(0.5 * 0.125 + 0.5 * 0.45, within(1e-9));
    }

    @Test
    void nothingAskedIsNoError() {
        assertThat(Reliability.of(List.of(), List.of()).error()).isZero();
    }

    @Test
    void refusesProbabilitiesWithoutOutcomes() {
        assertThatThrownBy(() -> Reliability.of(List.of(0.5), List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
