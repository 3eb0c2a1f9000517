package io.jiangwen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetrievalScoresTest {
    private static final List<String> TWELVE = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");

    @Test
    void countsTheFirstRelevantDocument() {
        RetrievalScores scores = RetrievalScores.of(List.of(asked("a"), asked("c"), asked("k"), asked("elsewhere")));
        assertThat(scores.recall()).containsEntry(1, 0.25).containsEntry(3, 0.5).containsEntry(10, 0.5);
        assertThat(scores.mrr()).isEqualTo((1 + 1 / 3.0) / 4, within(1e-12));
        assertThat(scores.ndcg()).isEqualTo((1 + 0.5) / 4, within(1e-12));
    }

    @Test
    void idealOrderOfSeveralRelevantDocumentsGainsEverything() {
        RetrievalScores best = RetrievalScores.of(List.of(asked("a", "b")));
        assertThat(best.ndcg()).isEqualTo(1, within(1e-12));
        RetrievalScores second = RetrievalScores.of(List.of(asked("b", "c")));
        double log3 = Math.log(3) / Math.log(2);
        assertThat(second.ndcg()).isEqualTo((1 / log3 + 0.5) / (1 + 1 / log3), within(1e-12));
    }

    @Test
    void leavesOutWhatNothingAnswers() {
        Judged hopeless = new Judged(Label.UNANSWERABLE, TWELVE, 0.5, true);
        RetrievalScores scores = RetrievalScores.of(List.of(asked("a"), hopeless));
        assertThat(scores.queries()).isEqualTo(1);
        assertThat(scores.named()).containsEntry("R@1", 1.0);
        assertThatThrownBy(() -> RetrievalScores.of(List.of(hopeless))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingFoundScoresNothing() {
        Judged empty = new Judged(Label.answeredBy(Set.of("a")), List.of(), 0, false);
        assertThat(RetrievalScores.of(List.of(empty)).named().values()).containsOnly(0.0);
    }

    @Property
    void figuresFallWithTheRank(@ForAll @IntRange(min = 0, max = 10) int rank) {
        RetrievalScores here = RetrievalScores.of(List.of(asked(TWELVE.get(rank))));
        RetrievalScores below = RetrievalScores.of(List.of(asked(TWELVE.get(rank + 1))));
        here.named().forEach((name, value) -> assertThat(value)
                .as(name)
                .isBetween(0.0, 1.0)
                .isGreaterThanOrEqualTo(below.named().get(name)));
    }

    private static Judged asked(String... relevant) {
        return new Judged(Label.answeredBy(Set.of(relevant)), TWELVE, 0.5, true);
    }
}
