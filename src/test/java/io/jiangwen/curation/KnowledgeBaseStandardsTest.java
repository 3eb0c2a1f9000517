package io.jiangwen.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.knowledge.ArticleContent;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every standard that a shipped article names stands in {@code standards.tsv} with its title, and no other does. */
class KnowledgeBaseStandardsTest {
    /**
     * A number of a standard and the title in 《》 that may follow. The codes of Chinese trades are short and mean other
     * things too, so they count with {@code /T} or a year only. SAE and AISI number oils and steels and are left out.
     */
    private static final Pattern STANDARD = Pattern.compile("(?<![A-Za-z0-9])(?<number>"
            + "(?:GBZ?|JB|HG|TSG|JJ[FG]|ISO|IEC|EN|DIN|BS|VDI|ANSI|ASME|ASTM|AWS|API|NFPA|JIS|IATF|UL)"
            + "(?:[/ ](?:T|Z|TS|TR|PAS|ISO|IEC|EN|ASTM|DIN))*(?! VG) ?-?[A-Z]{0,2} ?\\d+(?:\\.\\d+)*(?: ?[-—–:：] ?\\d+)*"
            + "|[A-Z]{2}/T ?\\d+(?:\\.\\d+)*(?: ?[-—–:：] ?\\d+)*"
            + "|[A-Z]{2} ?\\d{3,5}(?:\\.\\d+)* ?[-—–] ?(?:19|20)\\d{2}"
            + ")(?![A-Za-z0-9])(?:[^。；\\n]{0,2}《(?<title>[^》]+)》)?");

    /**
     * A line of the list.
     *
     * @param articles ids of those that name it
     */
    private record Listed(String number, String title, List<String> articles) {
        static Listed of(String line) {
            String[] cells = line.split("\t", -1);
            assertThat(cells).as(line).hasSize(3).noneMatch(String::isBlank);
            return new Listed(plain(cells[0]), cells[1], List.of(cells[2].split("[, ]+")));
        }

        /** A standard may be named without its year or part. */
        boolean is(String named) {
            return number.equals(named) || number.startsWith(named + "-");
        }
    }

    private record Named(String article, String number, String title) {}

    private static List<Listed> listed;
    private static List<Named> named;

    @BeforeAll
    static void read() throws IOException {
        listed = Files.readAllLines(ShippedKnowledge.FOLDER.resolve("standards.tsv")).stream()
                .map(Listed::of)
                .toList();
        named = new ArrayList<>();
        for (ShippedFile.Article article : ShippedKnowledge.read().articles())
            STANDARD.matcher(wordsOf(article.content()))
                    .results()
                    .map(found -> named(article.id(), found))
                    .forEach(named::add);
    }

    @Test
    void areListedWithTheArticlesThatNameThem() {
        assertThat(named).isNotEmpty().allMatch(name -> listed.stream()
                .anyMatch(line -> line.is(name.number()) && line.articles().contains(name.article())));
    }

    @Test
    void areNamedByTheArticlesOfTheList() {
        assertThat(listed).allSatisfy(line -> assertThat(line.articles()).allMatch(article -> named.stream()
                .anyMatch(name -> name.article().equals(article) && line.is(name.number()))));
    }

    @Test
    void areListedOnceUnderTheTitleThatTheArticlesQuote() {
        assertThat(listed).extracting(Listed::number).doesNotHaveDuplicates();
        assertThat(named)
                .filteredOn(name -> !name.title().isEmpty())
                .isNotEmpty()
                .allMatch(name -> listed.stream()
                        .anyMatch(line -> line.is(name.number()) && line.title().equals(name.title())));
    }

    @ParameterizedTest
    @CsvSource({
        "按GB/T 699-2015《优质碳素结构钢》选, GB/T699-2015",
        "按 GB/T 1.1—2020 起草, GB/T1.1-2020",
        "见ISO/TS 15066:2016。, ISO/TS15066-2016",
        "EN ISO 13849-1 asks for it, ENISO13849-1",
        "符合AWS D1.1的规定, AWSD1.1",
        "TSG Z6001-2019要求, TSGZ6001-2019",
        "ASTM A36 steel, ASTMA36",
        "执行JB/T 5000.3, JB/T5000.3",
        "执行AQ 3009-2007, AQ3009-2007",
        "按DL/T 596做, DL/T596",
    })
    void areRecognisedByTheirNumbers(String text, String number) {
        assertThat(STANDARD.matcher(text).results().map(found -> plain(found.group("number"))))
                .containsExactly(number);
    }

    @ParameterizedTest
    @CsvSource({
        "ISO VG 46液压油",
        "SAE 15W-40机油",
        "用20CrMnTi渗碳",
        "J507焊条",
        "DN80～DN300",
        "M10×1.5-6H",
        "HRC 58",
        "open 24 h",
        "IP54"
    })
    void areNotMistakenForGradesAndSizes(String text) {
        assertThat(STANDARD.matcher(text).find()).isFalse();
    }

    private static Named named(String article, MatchResult found) {
        String title = found.group("title");
        return new Named(article, plain(found.group("number")), title == null ? "" : title.strip());
    }

    private static String wordsOf(ArticleContent article) {
        return String.join(
                "\n", article.title(), String.join("，", article.keywords()), article.source(), article.text());
    }

    /** As one writes it in a hurry: no spaces, one sort of dash. */
    private static String plain(String number) {
        return number.toUpperCase(Locale.ROOT).replaceAll("\\s", "").replaceAll("[—–:：]", "-");
    }
}
