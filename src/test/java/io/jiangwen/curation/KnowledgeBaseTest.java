package io.jiangwen.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.knowledge.ArticleContent;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.knowledge.Visibility;
import io.jiangwen.testsupport.FourGrams;
import io.jiangwen.text.Language;
import io.jiangwen.text.Measurements;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the articles that ship with the service promise about their size, their fields and their files. */
class KnowledgeBaseTest {
    private static final Set<String> TRADES = Set.of(
            "turning-milling",
            "grinding",
            "welding",
            "sheet-metal",
            "injection-moulding",
            "casting-forging",
            "heat-surface-treatment",
            "pumps-valves",
            "electric-motors",
            "hydraulics-pneumatics",
            "electrical-plc",
            "robotics",
            "measurement-quality",
            "maintenance-lubrication",
            "energy-saving",
            "safety",
            "standards-permits");

    /** Whoever installs the service within a year of its first version finds no article overdue for its review. */
    private static final LocalDate FRESH_UNTIL = LocalDate.of(2027, 6, 30);

    private static final Set<String> FROM_THE_PRESS =
            Set.of("case-slender-shaft-swiss-lathe", "case-mine-crusher-jamming");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern WORD = Pattern.compile("\\p{IsLatin}[\\p{IsLatin}'’-]*");
    private static final Pattern BESIDE_THE_ARTICLES =
            Pattern.compile("README\\.md|REVIEW\\.md|glossary\\.tsv|standards\\.tsv");

    private static ShippedKnowledge knowledge;

    @BeforeAll
    static void read() throws IOException {
        knowledge = ShippedKnowledge.read();
    }

    @Test
    void hasEnoughArticlesInBothLanguages() {
        assertThat(knowledge.articles()).hasSizeGreaterThanOrEqualTo(140);
        assertThat(knowledge.counts(ArticleContent::language).get(Language.ZH)).isGreaterThanOrEqualTo(115);
        assertThat(knowledge.counts(ArticleContent::language).get(Language.EN)).isGreaterThanOrEqualTo(18);
    }

    @Test
    void coversEveryKindButPatents() {
        assertThat(knowledge.counts(ArticleContent::kind))
                .containsOnlyKeys(EnumSet.complementOf(EnumSet.of(ArticleKind.PATENT)));
    }

    @Test
    void coversEveryTradeAndNoOther() {
        assertThat(knowledge.counts(article -> String.valueOf(article.trade()))).containsOnlyKeys(TRADES);
    }

    @Test
    void isWrittenInTheLanguageThatItNames() {
        assertThat(knowledge.breaking(article -> Language.of(article.text()) == article.language()))
                .isEmpty();
    }

    @Test
    void saysEnoughInEveryArticle() {
        assertThat(knowledge.breaking(article -> switch (article.language()) {
                    case ZH -> HAN.matcher(article.text()).results().count() >= 400;
                    case EN -> WORD.matcher(article.text()).results().count() >= 250;
                }))
                .isEmpty();
    }

    @Test
    void measuresSomethingInEveryArticle() {
        assertThat(knowledge.breaking(article -> Measurements.in(article.text()).size() >= 3))
                .isEmpty();
    }

    @Test
    void isFreshAndFreeAndForEverybody() {
        assertThat(knowledge.breaking(
                        article -> Objects.requireNonNull(article.reviewBy()).isAfter(FRESH_UNTIL)))
                .isEmpty();
        assertThat(knowledge.breaking(article -> article.licence().equals("CC BY 4.0")))
                .isEmpty();
        assertThat(knowledge.breaking(article -> article.visibility().equals(new Visibility.Public())))
                .isEmpty();
        assertThat(knowledge.breaking(article -> !article.keywords().isEmpty())).isEmpty();
    }

    @Test
    void saysWhereEachArticleComesFrom() {
        assertThat(knowledge.breaking(article ->
                        article.source().contains("匠问编写组") || article.source().contains("Jiangwen editors")))
                .isEmpty();
        assertThat(knowledge.breaking(article -> !article.source().contains("新闻报道")))
                .containsExactlyInAnyOrderElementsOf(FROM_THE_PRESS);
    }

    @Test
    void namesEachFileAfterItsArticle() {
        assertThat(knowledge.articles())
                .allSatisfy(article -> assertThat(article.file()).endsWith("/" + article.id() + ".md"));
        assertThat(knowledge.articles())
                .extracting(ShippedFile.Article::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    /** An id ties a file to its article in every database, so one that has shipped is never changed or withdrawn. */
    @Test
    void keepsEveryIdThatEverShipped() throws IOException {
        assertThat(knowledge.byId().keySet()).containsExactlyInAnyOrderElementsOf(shippedIds());
    }

    @Test
    void keepsNothingElseInItsFolders() throws IOException {
        Set<String> articles =
                knowledge.articles().stream().map(ShippedFile.Article::file).collect(Collectors.toUnmodifiableSet());
        try (Stream<Path> files = Files.walk(ShippedKnowledge.FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file ->
                                    ShippedKnowledge.FOLDER.relativize(file).toString())
                            .filter(file -> !BESIDE_THE_ARTICLES.matcher(file).matches()))
                    .containsExactlyInAnyOrderElementsOf(articles);
        }
    }

    @Test
    void tellsNothingTwice() {
        List<FourGrams> texts = knowledge.articles().stream()
                .map(article -> FourGrams.of(article.content().text()))
                .toList();
        List<String> copies = new ArrayList<>();
        for (int one = 0; one < texts.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (texts.get(one).overlap(texts.get(other)) >= 0.5) copies.add(id(one) + " ~ " + id(other));
            }
        }
        assertThat(copies).isEmpty();
    }

    private static String id(int article) {
        return knowledge.articles().get(article).id();
    }

    private static List<String> shippedIds() throws IOException {
        try (InputStream list = KnowledgeBaseTest.class.getResourceAsStream("/knowledge-base-ids.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
