package io.jiangwen.craftsman;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.model.Embedding;
import io.jiangwen.text.Language;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatcherTest {
    private static final TradeVocabulary VOCABULARY = TradeVocabulary.packed();
    private static final MatchRules RULES = MatchRules.shipped();
    private static final String SHAFT = "车细长轴有振纹，怎么消除？";

    private static final Candidate TURNER = candidate("turner", List.of("turning-milling"), List.of("细长轴车削"));
    private static final Candidate MILLER = candidate("miller", List.of("turning-milling"), List.of("平面铣"));
    private static final Candidate WELDER = candidate("welder", List.of("焊工"), List.of("铸铁补焊"));

    @Test
    void theTradeComesFirstAndWithinItWhatHeDoes() {
        Matches matches = match(SHAFT, WELDER, MILLER, TURNER);
        assertThat(matches.ranked()).extracting(Match::candidate).containsExactly("turner", "miller", "welder");
        assertThat(matches.trades()).first().isEqualTo("turning-milling");
        assertThat(matches.abstains()).isFalse();
        assertThat(matches.fitting()).extracting(Match::candidate).doesNotContain("welder");
    }

    @Test
    void reasonsSayWhatIsTrueInTheLanguageOfTheQuestion() {
        Match first = match(SHAFT, TURNER).ranked().getFirst();
        assertThat(phrases(first, Language.ZH)).containsExactly("工种：车削与铣削", "专长：细长轴车削", "与企业同地区");
        assertThat(phrases(first, Language.EN))
                .containsExactly("trade: turning and milling", "knows 细长轴车削", "same region as the enterprise");
    }

    @Test
    void anEnglishQuestionFindsAChineseProfile() {
        assertThat(match("The slender shaft shows chatter marks", WELDER, MILLER, TURNER)
                        .ranked())
                .first()
                .extracting(Match::candidate)
                .isEqualTo("turner");
    }

    @Test
    void whatHeSolvedCountsAndIsToldWithoutTheWordsOfWhoAsked() {
        Candidate solver = new Candidate(
                "solver",
                new Profile(List.of("turning-milling"), List.of(), List.of(), List.of(), null),
                List.of(),
                List.of(new SolvedQuestion("秘密客户的细长轴振纹，图号X-77", null)),
                Map.of());
        Match first = match(SHAFT, MILLER, solver).ranked().getFirst();
        assertThat(first.candidate()).isEqualTo("solver");
        assertThat(phrases(first, Language.ZH))
                .first()
                .asString()
                .startsWith("解决过 1 个类似问题")
                .contains("细长轴");
        assertThat(String.join("", phrases(first, Language.ZH))).doesNotContain("秘密", "X-77");
    }

    @Test
    void closenessInMeaningCountsOnlyWithinOneModel() {
        Embedding asked = new Embedding("all-MiniLM-L6-v2", new float[] {1, 0});
        Candidate near = meaning("near", new Embedding("all-MiniLM-L6-v2", new float[] {1, 0}));
        Candidate other = meaning("a-other", new Embedding("bge-small-zh-v1.5", new float[] {1, 0}));
        Matches matches = new Matcher(VOCABULARY, RULES, List.of(other, near))
                .match(new AskedQuestion("zzzz", Language.EN, null, asked));
        assertThat(matches.ranked()).extracting(Match::candidate).containsExactly("near", "a-other");
        assertThat(matches.ranked().getLast().score()).isZero();
    }

    @Test
    void sayingThatItIsNotHisTradeMovesHimBehindHisColleague() {
        Candidate twin = candidate("a-twin", List.of("turning-milling"), List.of("细长轴车削"));
        assertThat(match(SHAFT, twin, TURNER).ranked().getFirst().candidate()).isEqualTo("a-twin");
        Candidate declined =
                new Candidate(twin.id(), twin.profile(), twin.meaning(), twin.solved(), Map.of("turning-milling", 1));
        assertThat(match(SHAFT, declined, TURNER).ranked().getFirst().candidate())
                .isEqualTo("turner");
        Candidate other = new Candidate(twin.id(), twin.profile(), twin.meaning(), twin.solved(), Map.of("welding", 9));
        assertThat(match(SHAFT, other, TURNER).ranked().getFirst().candidate()).isEqualTo("a-twin");
    }

    @Test
    void aQuestionOfNoTradeIsNobodys() {
        for (String question : List.of("今天天气怎么样？", "What is the capital of France?", "🙂🙂", "的"))
            assertThat(match(question, TURNER, MILLER, WELDER).abstains())
                    .as(question)
                    .isTrue();
        assertThat(match(SHAFT).abstains()).as("nobody there").isTrue();
    }

    @Test
    void aTradeThatTheVocabularyDoesNotKnowIsFoundByItsWords() {
        Candidate joiner = candidate("joiner", List.of("木工"), List.of("榫卯"));
        Matches matches = match("榫卯松了怎么修？", TURNER, joiner, WELDER);
        assertThat(matches.ranked().getFirst().candidate()).isEqualTo("joiner");
        assertThat(matches.ranked().get(1).score())
                .isLessThan(matches.ranked().getFirst().score());
    }

    @Test
    void theRegionDecidesAmongEqualsOnly() {
        Candidate far = new Candidate(
                "a-far",
                new Profile(List.of("turning-milling"), List.of("细长轴车削"), List.of(), List.of(), "440000"),
                List.of(),
                List.of(),
                Map.of());
        assertThat(match(SHAFT, far, TURNER, WELDER).ranked())
                .extracting(Match::candidate)
                .containsExactly("turner", "a-far", "welder");
    }

    @Property(tries = 200)
    void whateverIsAskedScoresAreSharesAndEverybodyHasAReason(@ForAll String question) {
        for (Match match : match(question, TURNER, MILLER, WELDER).ranked()) {
            assertThat(match.score()).isBetween(0.0, 1.0);
            assertThat(match.reasons()).isNotEmpty();
        }
    }

    private static List<String> phrases(Match match, Language language) {
        return match.reasons().stream().map(reason -> reason.in(language)).toList();
    }

    private static Matches match(String question, Candidate... candidates) {
        return new Matcher(VOCABULARY, RULES, List.of(candidates))
                .match(new AskedQuestion(question, Language.of(question), "320000", null));
    }

    private static Candidate candidate(String id, List<String> trades, List<String> processes) {
        return new Candidate(
                id, new Profile(trades, processes, List.of(), List.of(), "320000"), List.of(), List.of(), Map.of());
    }

    private static Candidate meaning(String id, @Nullable Embedding vector) {
        return new Candidate(
                id,
                new Profile(List.of(), List.of(), List.of(), List.of(), null),
                vector == null ? List.of() : List.of(vector),
                List.of(),
                Map.of());
    }
}
