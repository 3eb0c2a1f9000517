package io.jiangwen.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final double ALPHA = 0.10;
    private static final double CONFIDENCE = 0.95;

    @Test
    void nothingAuditedProvesNothing() {
        assertThat(Tally.NONE.bound(CONFIDENCE)).isEqualTo(1);
        assertThat(Tally.NONE.proves(0.999, CONFIDENCE)).isFalse();
    }

    @Test
    void nothingButErrorsProvesNothing() {
        assertThat(new Tally(50, 50).bound(CONFIDENCE)).isEqualTo(1);
    }

    @Test
    void fortyOneRightAnswersProveAnErrorRateBelowTenPercentAndFortyDoNot() {
        assertThat(new Tally(40, 0).proves(ALPHA, CONFIDENCE)).isFalse();
        assertThat(new Tally(41, 0).proves(ALPHA, CONFIDENCE)).isTrue();
        assertThat(new Tally(41, 0).bound(CONFIDENCE)).isBetween(0.09, ALPHA);
    }

    @Test
    void moreAuditsAtTheSameRateNarrowTheBoundTowardsIt() {
        assertThat(new Tally(10_000, 500).bound(CONFIDENCE)).isBetween(0.05, 0.07);
        assertThat(new Tally(1_000, 50).bound(CONFIDENCE)).isGreaterThan(new Tally(10_000, 500).bound(CONFIDENCE));
    }

    @Test
    void countsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new Tally(1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tally(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsMissingIsEstimatedFromWhatWasSeen() {
        assertThat(Tally.NONE.needed(ALPHA, CONFIDENCE).getAsInt()).isBetween(100, 300);
        assertThat(new Tally(30, 0).needed(ALPHA, CONFIDENCE).getAsInt()).isBetween(10, 30);
        assertThat(new Tally(41, 0).needed(ALPHA, CONFIDENCE)).hasValue(0);
        assertThat(new Tally(100, 15).needed(ALPHA, CONFIDENCE)).isEmpty();
    }

    /** What makes the wealth a fair game: at the rate itself nobody expects to win. */
    @Property
    void theNextAuditIsAFairBetAtTheRateAndALossAboveIt(
            @ForAll @IntRange(max = 300) int right,
            @ForAll @IntRange(max = 30) int errors,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double rate,
            @ForAll @DoubleRange(min = 0, max = 0.4) double worse) {
        Tally seen = new Tally(right + errors, errors);
        double now = seen.logWealth(rate);
        double afterError = Math.exp(new Tally(right + errors + 1, errors + 1).logWealth(rate) - now);
        double afterRight = Math.exp(new Tally(right + errors + 1, errors).logWealth(rate) - now);
        assertThat(rate * afterError + (1 - rate) * afterRight).isCloseTo(1, within(1e-9));
        double actual = rate + worse;
        assertThat(actual * afterError + (1 - actual) * afterRight).isLessThanOrEqualTo(1 + 1e-9);
    }

    @Property
    void theBoundPartsRejectedFromKeptRates(
            @ForAll @IntRange(min = 1, max = 500) int right, @ForAll @IntRange(max = 50) int errors) {
        Tally seen = new Tally(right + errors, errors);
        double bound = seen.bound(CONFIDENCE);
        assertThat(bound).isGreaterThan(errors / (double) (right + errors)).isLessThanOrEqualTo(1);
        if (bound < 0.999) assertThat(seen.proves(bound + 1e-6, CONFIDENCE)).isTrue();
        assertThat(seen.proves(bound - 1e-6, CONFIDENCE)).isFalse();
    }
}
