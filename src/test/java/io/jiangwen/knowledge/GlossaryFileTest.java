package io.jiangwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiangwen.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlossaryFileTest {
    private static final String HEAD = "term\tsynonyms\tenglish\tslips\tunit\n";

    @Test
    void readsTermsWithSeveralValuesInACell() {
        GlossaryFile file = GlossaryFile.parse(HEAD + "振纹\t颤纹|波纹\tchatter mark\t震纹\t\n丝\t道\t\t\t0.01 mm\n");

        assertThat(file.problems()).isEmpty();
        assertThat(file.terms())
                .containsExactly(
                        new GlossaryTerm("振纹", List.of("颤纹", "波纹"), List.of("chatter mark"), List.of("震纹"), null),
                        new GlossaryTerm("丝", List.of("道"), List.of(), List.of(), "0.01 mm"));
        assertThat(file.terms().get(1).measure()).contains(new GlossaryTerm.Measure(0.01, "mm"));
    }

    @Test
    void reportsAWrongLineWithItsNumberAndReadsTheOthers() {
        GlossaryFile file =
                GlossaryFile.parse(HEAD + "振纹\t颤纹\n尾座\t\ttailstock\t\t\n丝\t\t\t\t" + "长".repeat(61) + "\n尾座\t\t\t\t\n");

        assertThat(file.terms()).extracting(GlossaryTerm::term).containsExactly("尾座");
        assertThat(file.problems()).extracting(GlossaryFile.Wrong::line).containsExactly(2, 4, 5);
        assertThat(file.problems().getFirst().reason()).isEqualTo("has 2 cells, not 5");
    }

    @Test
    void nothingInTheShippedGlossaryIsLeftOut() throws IOException {
        GlossaryFile file = GlossaryFile.parse(Files.readString(Path.of("knowledge-base/glossary.tsv")));

        assertThat(file.problems()).isEmpty();
        assertThat(file.terms()).hasSizeGreaterThan(400);
    }

    @Test
    void refusesATermThatIsNone() {
        assertThatThrownBy(() -> new GlossaryTerm(" ", List.of(), List.of(), List.of(), null))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new GlossaryTerm("a\u0000", List.of(), List.of(), List.of(), null))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new GlossaryTerm("丝", List.of(), List.of(), List.of(), "0.01|mm"))
                .isInstanceOf(Problem.Invalid.class);
    }
}
