package io.jiangwen.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The glossary of the trades can be used as it is: every word in it leads to one term. */
class GlossaryTest {
    private static final String HEADER = "term\tsynonyms\tenglish\tslips\tunit";

    /**
     * A line: what one thing is called.
     *
     * @param slips what askers write by mistake
     * @param unit what one of it measures, empty for what is no unit
     */
    private record Row(String term, List<String> synonyms, List<String> english, List<String> slips, String unit) {
        static Row of(String line) {
            String[] cells = line.split("\t", -1);
            assertThat(cells).as(line).hasSize(5);
            return new Row(cells[0], values(cells[1]), values(cells[2]), values(cells[3]), cells[4]);
        }

        private static List<String> values(String cell) {
            return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
        }

        /** Everything in it, the term first. */
        Stream<String> words() {
            return Stream.of(Stream.of(term), synonyms.stream(), english.stream(), slips.stream())
                    .flatMap(Function.identity());
        }
    }

    private static List<String> lines;
    private static List<Row> rows;

    @BeforeAll
    static void read() throws IOException {
        lines = List.of(Files.readString(ShippedKnowledge.FOLDER.resolve("glossary.tsv"))
                .replaceAll("\n\\z", "")
                .split("\n", -1));
        rows = lines.stream().skip(1).map(Row::of).toList();
    }

    @Test
    void beginsWithTheNamesOfItsColumns() {
        assertThat(lines.getFirst()).isEqualTo(HEADER);
    }

    @Test
    void hasEnoughTermsSlipsAndUnits() {
        assertThat(rows).hasSizeGreaterThanOrEqualTo(400);
        assertThat(rows).filteredOn(row -> !row.slips().isEmpty()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(rows).filteredOn(row -> !row.unit().isEmpty()).hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void translatesNearlyEveryTerm() {
        assertThat(rows).filteredOn(row -> !row.english().isEmpty()).hasSizeGreaterThanOrEqualTo((int)
                Math.ceil(0.95 * rows.size()));
    }

    @Test
    void explainsEachTermOnce() {
        assertThat(rows).extracting(row -> folded(row.term())).doesNotHaveDuplicates();
    }

    @Test
    void leadsFromEachSynonymAndSlipToOneTerm() {
        List<String> leads = new ArrayList<>();
        for (Row row : rows)
            Stream.concat(row.synonyms().stream(), row.slips().stream())
                    .map(GlossaryTest::folded)
                    .forEach(leads::add);
        assertThat(leads).doesNotHaveDuplicates();
    }

    @Test
    void takesNoTermForTheSynonymOfAnother() {
        assertThat(rows)
                .flatExtracting(Row::synonyms)
                .extracting(GlossaryTest::folded)
                .doesNotContainAnyElementsOf(terms());
    }

    @Test
    void correctsNothingThatIsRight() {
        Set<String> right = rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row.term()), row.synonyms().stream()))
                .map(GlossaryTest::folded)
                .collect(Collectors.toUnmodifiableSet());
        assertThat(rows)
                .flatExtracting(Row::slips)
                .extracting(GlossaryTest::folded)
                .doesNotContainAnyElementsOf(right);
    }

    @Test
    void statesEachUnitAsAQuantityOrAName() {
        assertThat(rows)
                .filteredOn(row -> !row.unit().isEmpty())
                .allMatch(row -> row.unit().chars().anyMatch(Character::isDigit));
    }

    @Test
    void isTidy() {
        assertThat(lines)
                .noneMatch(String::isBlank)
                .allMatch(line -> line.matches("[^\\p{Cntrl}\\x{FEFF}]+(\\t[^\\p{Cntrl}]*){4}"));
        assertThat(rows).allSatisfy(row -> assertThat(Stream.concat(row.words(), Stream.of(row.unit())))
                .allMatch(word -> word.equals(word.strip()) && !word.contains("  ")));
        assertThat(rows).allSatisfy(row -> assertThat(row.words()).noneMatch(String::isEmpty));
    }

    private static Set<String> terms() {
        return rows.stream().map(row -> folded(row.term())).collect(Collectors.toUnmodifiableSet());
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
