package io.jiangwen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SelectionTest {
    @Test
    void perfectOrderHasTheWholeArea() {
        Selection selection = new Selection(List.of(0.9, 0.8, 0.3, 0.2), List.of(true, true, false, false));
        assertThat(selection.auroc()).isEqualTo(1);
        assertThat(selection.coverage(0.05)).isEqualTo(0.5);
        assertThat(selection.base()).isEqualTo(0.5);
    }

    @Test
    void oneConstantCoversNothing() {
        Selection selection = new Selection(List.of(0.7, 0.7, 0.7), List.of(true, true, false));
        assertThat(selection.auroc()).isEqualTo(0.5);
        assertThat(selection.coverage(0.10)).isZero();
        assertThat(selection.coverage(0.34)).isEqualTo(1);
    }

    @Test
    void areaNeedsBothKinds() {
        assertThat(new Selection(List.of(0.1, 0.2), List.of(true, true)).auroc())
                .isNaN();
    }

    @Test
    void laterRightAnswersMakeUpForAnEarlyError() {
        List<Double> confidences = new ArrayList<>(List.of(0.99));
        List<Boolean> correct = new ArrayList<>(List.of(false));
        for (int i = 0; i < 19; i++) {
            confidences.add(0.9 - i / 100.0);
            correct.add(true);
        }
        Selection selection = new Selection(confidences, correct);
        assertThat(selection.coverage(0.05)).isEqualTo(1);
        assertThat(selection.coverage(0.04)).isZero();
    }

    @Property
    void agreesWithTheDefinitions(@ForAll @Size(min = 1, max = 25) List<@IntRange(min = 0, max = 39) Integer> drawn) {
        List<Double> confidences = drawn.stream().map(n -> n / 2 / 20.0).toList();
        List<Boolean> correct = drawn.stream().map(n -> n % 2 == 0).toList();
        Selection selection = new Selection(confidences, correct);
        double expected = area(confidences, correct);
        if (Double.isNaN(expected)) assertThat(selection.auroc()).isNaN();
        else assertThat(selection.auroc()).isEqualTo(expected, within(1e-12));
        for (double risk : new double[] {0, 0.05, 0.1, 0.5}) {
            assertThat(selection.coverage(risk)).isEqualTo(coverage(confidences, correct, risk), within(1e-12));
        }
    }

    /** By comparing each right query with each wrong one. */
    private static double area(List<Double> confidences, List<Boolean> correct) {
        double won = 0;
        int pairs = 0;
        for (int i = 0; i < correct.size(); i++) {
            for (int j = 0; j < correct.size(); j++) {
                if (!correct.get(i) || correct.get(j)) continue;
                pairs++;
                won += (Math.signum(confidences.get(i) - confidences.get(j)) + 1) / 2;
            }
        }
        return pairs == 0 ? Double.NaN : won / pairs;
    }

    /** By trying every threshold. */
    private static double coverage(List<Double> confidences, List<Boolean> correct, double risk) {
        double best = 0;
        for (double threshold : confidences) {
            int through = 0;
            int wrong = 0;
            for (int i = 0; i < correct.size(); i++) {
                if (confidences.get(i) < threshold) continue;
                through++;
                if (!correct.get(i)) wrong++;
            }
            if (wrong <= risk * through) best = Math.max(best, through / (double) correct.size());
        }
        return best;
    }
}
