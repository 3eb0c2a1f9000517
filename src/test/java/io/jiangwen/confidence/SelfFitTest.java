package io.jiangwen.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jiangwen.confidence.JudgedSignals.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SelfFitTest {
    private static final Coefficients SHIPPED =
            new Coefficients(-1, Map.of("score", 2.0), Map.of("score", 0.4), Map.of("score", 0.1), Curve.NONE);

    private static Signals score(double score) {
        return new Signals(Map.of("score", score));
    }

    private static List<JudgedSignals> verdicts(int count, double rightFrom, Origin origin) {
        Random random = new Random(11);
        List<JudgedSignals> verdicts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double score = random.nextDouble();
            verdicts.add(new JudgedSignals(score(score), score >= rightFrom, origin));
        }
        return verdicts;
    }

    @Test
    void crowdedKnowledgeMakesTheSameScoreLessConvincing() {
        Coefficients crowded = SelfFit.fit(SHIPPED, Collections.nCopies(200, score(0.6)), List.of());
        assertThat(crowded.background().get("score")).isEqualTo(0.58, within(0.005));
        assertThat(crowded.probability(score(0.6))).isLessThan(SHIPPED.probability(score(0.6)));
        assertThat(crowded.probability(score(0.78))).isEqualTo(SHIPPED.probability(score(0.6)), within(0.05));
    }

    @Test
    void nothingHiddenAndNothingSaidChangesNothing() {
        assertThat(SelfFit.fit(SHIPPED, List.of(), List.of())).isEqualTo(SHIPPED);
    }

    @Test
    void questionsThatWereMadeUpTeachNoWeight() {
        assertThat(SelfFit.fit(SHIPPED, List.of(), verdicts(500, 0.9, Origin.PSEUDO)))
                .isEqualTo(SHIPPED);
    }

    @Test
    void verdictsOutweighWhatWasShippedAsTheyGrow() {
        // Here only a score of 0.8 and more is right; the shipped weights believe from about 0.45 on.
        Signals doubtful = score(0.6);
        double shipped = SHIPPED.probability(doubtful);
        double few =
                SelfFit.fit(SHIPPED, List.of(), verdicts(10, 0.8, Origin.ASKER)).probability(doubtful);
        double some = SelfFit.fit(SHIPPED, List.of(), verdicts(100, 0.8, Origin.ASKER))
                .probability(doubtful);
        double many = SelfFit.fit(SHIPPED, List.of(), verdicts(2_000, 0.8, Origin.ASKER))
                .probability(doubtful);
        assertThat(shipped).isGreaterThan(0.9);
        assertThat(few).isLessThan(shipped);
        assertThat(some).isLessThan(few);
        assertThat(many).isLessThan(0.1);
    }

    @Test
    void anAuditCountsForMoreThanAnAsker() {
        double asker =
                SelfFit.fit(SHIPPED, List.of(), verdicts(60, 0.8, Origin.ASKER)).probability(score(0.6));
        double audit =
                SelfFit.fit(SHIPPED, List.of(), verdicts(60, 0.8, Origin.AUDIT)).probability(score(0.6));
        assertThat(audit).isLessThan(asker);
    }

    @Property(tries = 200)
    void probabilityIsNeverCertain(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double score,
            @ForAll @DoubleRange(min = -1e3, max = 1e3) double weight) {
        Coefficients any = new Coefficients(0, Map.of("score", weight));
        assertThat(any.probability(score(score))).isGreaterThan(0).isLessThan(1);
    }

    @Test
    void refusesWhatCannotBeComputedWith() {
        assertThatThrownBy(() -> new Signals(Map.of("score", Double.NaN))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Coefficients(0, Map.of(), Map.of(), Map.of("score", 0.0), Curve.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Coefficients(0, Map.of("score", Double.POSITIVE_INFINITY)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
