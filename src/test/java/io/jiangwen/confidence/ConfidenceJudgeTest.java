package io.jiangwen.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.knowledge.Passage;
import io.jiangwen.question.Question;
import io.jiangwen.retrieval.Evidence;
import io.jiangwen.retrieval.Hit;
import io.jiangwen.retrieval.SearchResult;
import io.jiangwen.testsupport.Facts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfidenceJudgeTest {
    private static final Calibration CALIBRATION =
            new Calibration(1, "test", -6, Map.of("cosine", 6.0, "lexical", 3.0, "coverage", 3.0), 0.5, 0.1);

    private static final Question ASKED = Question.of("细长轴车削要用跟刀架吗？");

    private final ConfidenceJudge judge = new ConfidenceJudge();

    private static SearchResult found(Passage passage, double cosine, double lexical) {
        return new SearchResult(
                List.of(new Hit(passage, new Evidence(cosine, lexical, 1, 1))), Map.of("细长", 0.6, "跟刀架", 0.4));
    }

    @Test
    void answersWhenTheBestPassageHasTheWordsAndTheMeaning() {
        assertThat(judge.judge(ASKED, found(Facts.slenderShaftSteps(), 0.75, 0.6), CALIBRATION))
                .isInstanceOf(Verdict.Answer.class);
    }

    @Test
    void escalatesWhenTheBestPassageIsOffTopic() {
        assertThat(judge.judge(ASKED, found(Facts.pumpCavitation(), 0.45, 0.1), CALIBRATION))
                .isInstanceOf(Verdict.TooThin.class);
    }

    @Test
    void escalatesWithProbabilityZeroWhenNothingWasFound() {
        assertThat(judge.judge(ASKED, new SearchResult(List.of(), Map.of()), CALIBRATION))
                .isEqualTo(new Verdict.TooThin(0, 0.5, new Signals(Map.of())));
    }

    @Test
    void moreEvidenceNeverLowersTheProbability() {
        double weak = judge.judge(ASKED, found(Facts.slenderShaftSteps(), 0.5, 0.2), CALIBRATION)
                .probability();
        double strong = judge.judge(ASKED, found(Facts.slenderShaftSteps(), 0.8, 0.6), CALIBRATION)
                .probability();
        assertThat(strong).isGreaterThan(weak).isLessThan(1);
    }
}
