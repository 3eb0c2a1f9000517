package io.jiangwen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ErrorBoundTest {
    @Test
    void withoutErrorsItIsTheRuleOfThree() {
        // (1 - p)^n = 0.05
        assertThat(ErrorBound.upper(0, 30, 0.95)).isEqualTo(1 - Math.pow(0.05, 1 / 30.0), within(1e-9));
        assertThat(ErrorBound.upper(0, 1, 0.95)).isEqualTo(0.95, within(1e-9));
    }

    @Test
    void allButOneHasAClosedForm() {
        // P(X <= n - 1) = 1 - p^n = 0.05
        assertThat(ErrorBound.upper(4, 5, 0.95)).isEqualTo(Math.pow(0.95, 1 / 5.0), within(1e-9));
    }

    @Test
    void nothingSeenProvesNothing() {
        assertThat(ErrorBound.upper(0, 0, 0.95)).isEqualTo(1);
        assertThat(ErrorBound.upper(3, 3, 0.95)).isEqualTo(1);
    }

    @Property
    void liesAboveTheShareAndFallsWithMoreLooks(
            @ForAll @IntRange(min = 0, max = 50) int errors, @ForAll @IntRange(min = 1, max = 2_000) int right) {
        int n = errors + right;
        double bound = ErrorBound.upper(errors, n, 0.95);
        assertThat(bound).isBetween(errors / (double) n, 1.0);
        assertThat(ErrorBound.upper(errors, n + 1, 0.95)).isLessThan(bound);
        assertThat(ErrorBound.upper(errors + 1, n + 1, 0.95)).isGreaterThan(bound);
    }
}
