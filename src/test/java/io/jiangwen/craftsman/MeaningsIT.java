package io.jiangwen.craftsman;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.model.Embedder;
import io.jiangwen.text.Language;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Vectors lie ready only for what was prepared, and for all candidates or none. */
@QuarkusTest
class MeaningsIT {
    private static final Candidate TURNER = candidate("turner", "车削", "细长轴车削时振动怎么办？");
    private static final Candidate WELDER = candidate("welder", "焊接", "焊缝有气孔怎么办？");

    private final Embedder embedder;
    private final Meanings meanings;

    MeaningsIT(Embedder embedder) {
        this.embedder = embedder;
        this.meanings = new Meanings(embedder);
    }

    @Test
    void aQuestionHasItsVectorOnceItWasPrepared() {
        String question = "长轴车出来中间粗两头细";
        assertThat(meanings.of(question)).isEmpty();
        meanings.learn(question);
        assertThat(meanings.of(question).orElseThrow().vector())
                .containsExactly(
                        embedder.question(question, Language.ZH).whole().vector());
        assertThat(meanings.of(question + "？")).isEmpty();
    }

    @Test
    void candidatesHaveTheirVectorsTogetherOrNotAtAll() {
        meanings.learn(List.of(TURNER), 100);
        assertThat(meanings.of(List.of(TURNER, WELDER))).isEmpty();
        meanings.learn(List.of(TURNER, WELDER), 1);
        assertThat(meanings.of(List.of(TURNER, WELDER)))
                .as("one text is not all of them")
                .isEmpty();
        meanings.learn(List.of(TURNER, WELDER), 100);
        assertThat(meanings.of(List.of(TURNER, WELDER)).orElseThrow())
                .extracting(Candidate::id)
                .containsExactly("turner", "welder");
        assertThat(meanings.of(List.of(TURNER)).orElseThrow()).allSatisfy(one -> {
            assertThat(one.meaning()).isNotEmpty();
            assertThat(one.solved()).allMatch(solved -> solved.vector() != null);
        });
    }

    @Test
    void whoSolvedTheLikeIsRankedFirstByMeaning() {
        meanings.learn(List.of(TURNER, WELDER), 100);
        String question = "焊道里有小孔";
        meanings.learn(question);
        Matches matches = new Matcher(
                        TradeVocabulary.packed(),
                        MatchRules.shipped(),
                        meanings.of(List.of(TURNER, WELDER)).orElseThrow())
                .match(new AskedQuestion(
                        question, Language.ZH, null, meanings.of(question).orElseThrow()));
        assertThat(matches.ranked().getFirst().candidate()).isEqualTo("welder");
    }

    private static Candidate candidate(String id, String trade, String solved) {
        return new Candidate(
                id,
                new Profile(List.of(trade), List.of(), List.of(), List.of(), null),
                List.of(),
                List.of(new SolvedQuestion(solved, null)),
                Map.of());
    }
}
