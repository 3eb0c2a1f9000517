package io.jiangwen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationInputTest {
    private static final String SHAFT = "{\"id\":\"d1\",\"title\":\"细长轴\",\"text\":\"用跟刀架。\"}";
    private static final String ASKED = "{\"id\":\"q1\",\"text\":\"细长轴怎么车？\",\"relevant_ids\":[\"d1\"]}";

    private final Path folder;

    EvaluationInputTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsDocumentsAndQueries() throws Exception {
        EvaluationInput input = read(SHAFT + "\n\n{\"id\":\"d/2\",\"text\":\"English text\"}", ASKED);
        assertThat(input.problems()).isEmpty();
        assertThat(input.documents()).extracting(Document::id).containsExactly("d1", "d/2");
        assertThat(input.documents().getLast().content().title()).isEqualTo("d/2");
        assertThat(input.queries().getFirst().label()).contains(Label.answeredBy(Set.of("d1")));
    }

    @Test
    void unlabelledQueriesAreEnough() throws Exception {
        EvaluationInput input = read(
                SHAFT, "{\"id\":\"q1\",\"text\":\"那要多少？\",\"before\":[\"a\",\"b\",\"c\",\"d\",\"e\",\" \",\"f\"]}");
        assertThat(input.queries().getFirst().label()).isEmpty();
        // As many as the service remembers of a thread.
        assertThat(input.queries().getFirst().question().before()).containsExactly("b", "c", "d", "e", "f");
    }

    @Test
    void namesEachLineThatCannotBeUsed() throws Exception {
        String docs = String.join(
                "\n", SHAFT, "{\"id\":", "[1]", "{\"text\":\"no id\"}", SHAFT, "{\"id\":\"d9\",\"text\":\" \"}");
        String queries = String.join(
                "\n",
                ASKED,
                ASKED,
                "{\"id\":\"q2\",\"text\":\"  \"}",
                "{\"id\":\"q3\",\"text\":\"谁？\",\"relevant_ids\":[\"d7\"]}",
                "{\"id\":\"q4\",\"text\":\"" + "长".repeat(2_001) + "\"}",
                "{\"id\":\"q5\",\"text\":\"谁？\",\"relevant_ids\":[],\"answerable\":true}",
                "{} {}");
        EvaluationInput input = read(docs, queries);
        assertThat(input.documents()).hasSize(1);
        assertThat(input.queries()).extracting(Query::id).containsExactly("q1", "q3", "q5");
        assertThat(input.problems())
                .extracting(problem -> problem.file().replaceFirst(".*/", "") + ":" + problem.line())
                .containsExactly(
                        "d.jsonl:2",
                        "d.jsonl:3",
                        "d.jsonl:4",
                        "d.jsonl:5",
                        "d.jsonl:6",
                        "q.jsonl:2",
                        "q.jsonl:3",
                        "q.jsonl:4",
                        "q.jsonl:5",
                        "q.jsonl:6",
                        "q.jsonl:7");
        assertThat(input.problems().get(7).reason()).contains("d7");
    }

    @Test
    void refusesOtherEncodingsAndHugeLinesOneByOne() throws Exception {
        byte[] latin = "{\"id\":\"d2\",\"title\":\"\u00e4\",\"text\":\"x\"}\n".getBytes(StandardCharsets.ISO_8859_1);
        String huge = "{\"id\":\"d3\",\"text\":\"" + "x".repeat(JsonLines.LONGEST_LINE) + "\"}\n";
        Path file = folder.resolve("d.jsonl");
        Files.write(file, latin);
        Files.writeString(file, huge + SHAFT, java.nio.file.StandardOpenOption.APPEND);
        EvaluationInput input = EvaluationInput.read(List.of(file), write("q.jsonl", ASKED), Optional.empty());
        assertThat(input.documents()).extracting(Document::id).containsExactly("d1");
        assertThat(input.problems()).extracting(InputProblem::line).containsExactly(1, 2);
        assertThat(input.problems().getFirst().reason()).contains("UTF-8");
    }

    @Test
    void masksDocumentsAndTheirQueries() throws Exception {
        String other = "{\"id\":\"d2\",\"title\":\"磨削\",\"text\":\"砂轮。\"}";
        Path masked = write("m.json", "{\"removed_docs\":[\"d1\",\"d7\"],\"unanswerable_queries\":[\"q1\"]}");
        EvaluationInput input = EvaluationInput.read(
                List.of(write("d.jsonl", SHAFT + "\n" + other)), write("q.jsonl", ASKED), Optional.of(masked));
        assertThat(input.documents()).extracting(Document::id).containsExactly("d2");
        assertThat(input.queries().getFirst().label()).contains(Label.UNANSWERABLE);
        assertThat(input.problems()).singleElement().satisfies(problem -> assertThat(problem.reason())
                .contains("d7"));
    }

    @Test
    void refusesWhatLeavesNothingToDo() {
        assertThatThrownBy(() -> read("", ASKED)).isInstanceOf(Refused.class).hasMessageContaining("no document");
        assertThatThrownBy(() -> read(SHAFT, "{}"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no query")
                .hasMessageContaining("without an id");
        assertThatThrownBy(() -> EvaluationInput.read(
                        List.of(folder.resolve("none.jsonl")), write("q.jsonl", ASKED), Optional.empty()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("none.jsonl");
        assertThatThrownBy(() -> EvaluationInput.read(
                        List.of(write("d.jsonl", SHAFT)),
                        write("q.jsonl", ASKED),
                        Optional.of(write("m.json", "{\"removed\":[]}"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("removed_docs");
    }

    @Test
    void readsAFolderOfAKnowledgeBase() throws Exception {
        EvaluationInput input = EvaluationInput.read(
                List.of(Path.of("knowledge-base"), write("d.jsonl", SHAFT)), write("q.jsonl", ASKED), Optional.empty());
        assertThat(input.problems()).isEmpty();
        assertThat(input.documents()).hasSizeGreaterThan(20);
        assertThat(input.documents().getLast().id()).isEqualTo("d1");
    }

    private EvaluationInput read(String docs, String queries) throws IOException, Refused {
        return EvaluationInput.read(List.of(write("d.jsonl", docs)), write("q.jsonl", queries), Optional.empty());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
