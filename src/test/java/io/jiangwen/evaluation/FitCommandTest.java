package io.jiangwen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitCommandTest {
    private final Path queries;
    private final Path signals;
    private final Path run;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    FitCommandTest(@TempDir Path folder) {
        queries = folder.resolve("queries.jsonl");
        signals = folder.resolve("signals.jsonl");
        run = folder.resolve("run.jsonl");
    }

    private int fit(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "fit", "--queries", queries.toString(), "--signals", signals.toString(), "--run", run.toString()));
        all.addAll(List.of(more));
        PrintStream to = new PrintStream(told, true, StandardCharsets.UTF_8);
        return EvaluateCommand.run(all, Map.of(), to, to);
    }

    /** Even ones are answerable, found, and score high; odd ones are not. */
    private void write(int count, String verdict) throws IOException {
        StringBuilder asked = new StringBuilder();
        StringBuilder seen = new StringBuilder();
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < count; i++) {
            boolean right = i % 2 == 0;
            asked.append("{\"id\":\"q%d\",\"text\":\"怎么办？\",\"relevant_ids\":[%s]}\n"
                    .formatted(i, right ? "\"d" + i + "\"" : ""));
            seen.append("{\"id\":\"q%d\",\"signals\":{\"score\":%s}}\n".formatted(i, right ? 0.9 : 0.2));
            made.append("{\"id\":\"q%d\",\"verdict\":\"%s\",\"citations\":[\"d%d\"],\"ranked\":[{\"doc\":\"d%d\"}]}\n"
                    .formatted(i, verdict, i, i));
        }
        Files.writeString(queries, asked);
        Files.writeString(signals, seen);
        Files.writeString(run, made);
    }

    @Test
    void weighsWhatTellsRightFromWrong() throws IOException {
        write(60, "TOO_THIN");
        assertThat(fit("--ridge", "1")).isZero();
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("60 questions, 30 answerable", "AUROC 1.000")
                .containsPattern("0\\.50 +30 +0 +0")
                .containsPattern("\"score\" : \\d");
    }

    @Test
    void whatIsNotSearchedForTeachesNothing() throws IOException {
        write(60, "SMALL_TALK");
        assertThat(fit()).isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("a fit needs questions");
    }

    @Test
    void saysWhatIsWrongWithTheCommand() throws IOException {
        assertThat(fit()).as("no files").isEqualTo(2);
        write(4, "ANSWER");
        assertThat(fit("--ridge", "none")).isEqualTo(2);
        assertThat(fit("--ridge", "-1")).isEqualTo(2);
        assertThat(fit("more")).isEqualTo(2);
        assertThat(fit("--out", "x")).isEqualTo(2);
    }
}
