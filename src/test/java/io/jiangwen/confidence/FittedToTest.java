package io.jiangwen.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FittedToTest {
    private static final FittedTo FITTED = new FittedTo(3, 1_000, "ranking 2", 0);

    @Test
    void aTenthOfThePassagesDoesNotAskForAnotherFitAndMoreDoes() {
        assertThat(FITTED.differsEnoughFrom(new FittedTo(3, 1_100, "ranking 2", 0)))
                .isFalse();
        assertThat(FITTED.differsEnoughFrom(new FittedTo(3, 1_101, "ranking 2", 0)))
                .isTrue();
        assertThat(FITTED.differsEnoughFrom(new FittedTo(3, 899, "ranking 2", 0)))
                .isTrue();
    }

    @Test
    void anotherRankingOrPriorAsksForAnotherFit() {
        assertThat(FITTED.differsEnoughFrom(new FittedTo(3, 1_000, "ranking 3", 0)))
                .isTrue();
        assertThat(FITTED.differsEnoughFrom(new FittedTo(4, 1_000, "ranking 2", 0)))
                .isTrue();
    }

    @Test
    void betweenTwoFitsVerdictsLeaveRoomToCertify() {
        assertThat(FITTED.differsEnoughFrom(verdicts(99))).isFalse();
        assertThat(FITTED.differsEnoughFrom(verdicts(100))).isTrue();
        assertThat(verdicts(400).differsEnoughFrom(verdicts(599))).isFalse();
        assertThat(verdicts(400).differsEnoughFrom(verdicts(600))).isTrue();
        assertThat(verdicts(400).differsEnoughFrom(verdicts(0)))
                .as("what was said is never taken back in numbers")
                .isFalse();
    }

    private static FittedTo verdicts(int count) {
        return new FittedTo(3, 1_000, "ranking 2", count);
    }
}
