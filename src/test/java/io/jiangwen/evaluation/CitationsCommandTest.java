package io.jiangwen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

class CitationsCommandTest {
    private final Path folder;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    CitationsCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private int run(String... args) {
        List<String> all = new ArrayList<>(List.of("citations"));
        all.addAll(List.of(args));
        PrintStream to = new PrintStream(told, true, StandardCharsets.UTF_8);
        return EvaluateCommand.run(all, Map.of(), to, to);
    }

    @Test
    void judgesEachLineInItsOrder() throws IOException {
        Path in = folder.resolve("in.jsonl");
        Files.writeString(in, """
                {"id":"a","sentence":"水温控制在20～40 ℃。","passages":["轴出炉后快速垂直入水并上下窜动，水温控制在20～40 ℃。"],"supported":true}
                {"id":7,"sentence":"水温控制在70～90 ℃。","passages":["轴出炉后快速垂直入水并上下窜动，水温控制在20～40 ℃。"]}
                {"id":"c","sentence":"","passages":[]}
                """);
        Path out = folder.resolve("out.jsonl");
        assertThat(run("--in", in.toString(), "--out", out.toString())).isZero();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(out)) lines.add(new ObjectMapper().readTree(line));
        assertThat(lines).extracting(line -> line.get("id").asText()).containsExactly("a", "7", "c");
        assertThat(lines).extracting(line -> line.get("supported").asBoolean()).containsExactly(true, false, false);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.get("score").asDouble()).isBetween(0.0, 1.0));
        assertThat(lines.get(1).get("flaw").asText()).isEqualTo("NUMBER");
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("3 sentences checked", "labelled: 1, precision 1.000");
    }

    @Test
    void tellsWhichLinesItCouldNotUse() throws IOException {
        Path in = folder.resolve("in.jsonl");
        Files.writeString(in, "{\"id\":\"a\"}\nno json\n{\"id\":\"b\",\"sentence\":\"水。\",\"passages\":[\"水。\"]}\n");
        Path out = folder.resolve("out.jsonl");
        assertThat(run("--in", in.toString(), "--out", out.toString())).isEqualTo(1);
        assertThat(Files.readAllLines(out)).hasSize(1);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("line 1", "line 2");
    }

    @Test
    void saysWhatIsWrongWithTheCommand() {
        assertThat(run("--in", "nowhere.jsonl", "--out", "x.jsonl")).isEqualTo(2);
        assertThat(run("--in", "x")).isEqualTo(2);
        assertThat(run("--what")).isEqualTo(2);
        assertThat(run("more")).isEqualTo(2);
    }
}
