package io.jiangwen.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.curation.GoldenQuestion.Expected;
import io.jiangwen.knowledge.ArticleContent;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.testsupport.FourGrams;
import io.jiangwen.text.Language;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The golden questions are as many, as varied and as true to the articles as figures measured on them need. */
class GoldenQuestionsTest {
    private static final Set<String> TAGS =
            Set.of("typed cross follow-up number traditional near-miss other-trade out-of-scope small-talk person vague"
                    .split(" ", -1));

    private static Map<String, ArticleContent> articles;
    private static List<GoldenQuestion> answerable;
    private static List<GoldenQuestion> unanswerable;
    private static List<GoldenQuestion> all;

    @BeforeAll
    static void read() throws IOException {
        articles = ShippedKnowledge.read().byId();
        answerable = GoldenQuestion.read("answerable");
        unanswerable = GoldenQuestion.read("unanswerable");
        all = Stream.concat(answerable.stream(), unanswerable.stream()).toList();
    }

    @Test
    void areEnoughOfBothSorts() {
        assertThat(all).hasSizeGreaterThanOrEqualTo(250);
        assertThat(answerable).hasSizeGreaterThanOrEqualTo(150);
        assertThat(unanswerable).hasSizeGreaterThanOrEqualTo(100);
    }

    @Test
    void haveIdsOfTheirOwn() {
        assertThat(all).extracting(GoldenQuestion::id).doesNotHaveDuplicates();
        assertThat(answerable).allMatch(question -> question.id().matches("golden-a\\d{3}"));
        assertThat(unanswerable).allMatch(question -> question.id().matches("golden-u\\d{3}"));
    }

    @Test
    void areAskedOnceEach() {
        assertThat(all)
                .extracting(question -> plain(question.before() + question.text()))
                .doesNotHaveDuplicates();
        assertThat(all)
                .allMatch(question -> !question.text().isBlank()
                        && question.text().equals(question.text().strip())
                        && question.before().stream().noneMatch(String::isBlank));
    }

    @Test
    void nameTheArticlesThatAnswerThem() {
        assertThat(answerable)
                .allMatch(question -> question.answerable()
                        && !question.relevantIds().isEmpty()
                        && !question.answers().isEmpty()
                        && question.verdict().orElse(Expected.ANSWER) == Expected.ANSWER);
        assertThat(answerable).allMatch(question -> articles.keySet().containsAll(question.relevantIds()));
        assertThat(answerable)
                .allMatch(question -> Set.copyOf(question.relevantIds()).size()
                        == question.relevantIds().size());
    }

    @Test
    void sayWhatBecomesOfThoseThatNoArticleAnswers() {
        assertThat(unanswerable)
                .allMatch(question -> !question.answerable()
                        && question.relevantIds().isEmpty()
                        && question.answers().isEmpty()
                        && question.verdict()
                                .filter(verdict -> verdict != Expected.ANSWER)
                                .isPresent());
        assertThat(unanswerable)
                .extracting(question -> question.verdict().orElseThrow())
                .containsAll(EnumSet.complementOf(EnumSet.of(Expected.ANSWER)));
    }

    @Test
    void explainEachTrap() {
        assertThat(all).allMatch(question -> question.trap().stream().allMatch(articles::containsKey));
        assertThat(unanswerable)
                .filteredOn(tagged("near-miss"))
                .hasSizeGreaterThanOrEqualTo(50)
                .allMatch(question -> question.trap().isPresent()
                        && question.note().filter(note -> !note.isBlank()).isPresent());
    }

    @Test
    void quoteTheirAnswersFromARelevantArticle() {
        assertThat(answerable).allSatisfy(question -> assertThat(question.answers())
                .allMatch(answer -> !plain(answer).isEmpty()
                        && question.relevantIds().stream()
                                .anyMatch(id -> plain(article(id).text()).contains(plain(answer)))));
    }

    @Test
    void quoteTheNumberThatIsAskedFor() {
        assertThat(answerable)
                .filteredOn(tagged("number"))
                .hasSizeGreaterThanOrEqualTo(10)
                .allMatch(question -> question.answers().stream()
                        .anyMatch(answer -> answer.chars().anyMatch(Character::isDigit)));
    }

    /** Whoever asks does not know the titles: at most three tenths of a question's 4-grams stand in one of them. */
    @Test
    void seldomRepeatATitle() {
        assertThat(answerable.stream().filter(question -> titleShare(question) <= 0.3))
                .hasSizeGreaterThanOrEqualTo((int) Math.ceil(0.8 * answerable.size()));
    }

    @Test
    void coverEveryTradeAndEveryKind() {
        Set<ArticleContent> asked = answerable.stream()
                .flatMap(question -> question.relevantIds().stream())
                .map(GoldenQuestionsTest::article)
                .collect(Collectors.toUnmodifiableSet());
        assertThat(asked)
                .extracting(ArticleContent::trade)
                .containsAll(
                        articles.values().stream().map(ArticleContent::trade).toList());
        assertThat(asked)
                .extracting(ArticleContent::kind)
                .containsAll(EnumSet.complementOf(EnumSet.of(ArticleKind.PATENT)));
    }

    @Test
    void useTagsWithOneMeaning() {
        assertThat(all).flatExtracting(GoldenQuestion::tags).isSubsetOf(TAGS);
    }

    @Test
    void areAlsoTypedInHaste() {
        assertThat(all).filteredOn(tagged("typed")).hasSizeGreaterThanOrEqualTo(40);
        assertThat(all).filteredOn(tagged("typed")).allMatch(question -> !question.text()
                .matches(".*[。！].*"));
    }

    @Test
    void crossTheLanguagesBothWays() {
        assertThat(crossing(Language.EN)).hasSizeGreaterThanOrEqualTo(20);
        assertThat(crossing(Language.ZH)).hasSizeGreaterThanOrEqualTo(12);
        assertThat(answerable).filteredOn(tagged("cross")).allMatch(question -> crossing(Language.of(question.text()))
                .contains(question));
    }

    @Test
    void followUpOnATurnBefore() {
        assertThat(all).filteredOn(tagged("follow-up")).hasSizeGreaterThanOrEqualTo(30);
        assertThat(all)
                .allMatch(question ->
                        question.isTagged("follow-up") != question.before().isEmpty());
    }

    /** Those in {@code language} that only articles in the other one answer. */
    private static List<GoldenQuestion> crossing(Language language) {
        return answerable.stream()
                .filter(question -> Language.of(question.text()) == language)
                .filter(question -> question.relevantIds().stream()
                        .allMatch(id -> article(id).language() != language))
                .toList();
    }

    private static Predicate<GoldenQuestion> tagged(String tag) {
        return question -> question.isTagged(tag);
    }

    private static double titleShare(GoldenQuestion question) {
        FourGrams asked = FourGrams.of(question.text());
        return question.relevantIds().stream()
                .mapToDouble(id -> asked.shareIn(FourGrams.of(article(id).title())))
                .max()
                .orElseThrow();
    }

    private static ArticleContent article(String id) {
        return Objects.requireNonNull(articles.get(id), id);
    }

    /** Without white space and the emphasis of Markdown. */
    private static String plain(String text) {
        return text.replaceAll("[\\s*_`]", "");
    }
}
