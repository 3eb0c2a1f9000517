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

class AnonymiseCommandTest {
    private final Path in;
    private final Path out;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    AnonymiseCommandTest(@TempDir Path folder) {
        this.in = folder.resolve("in.jsonl");
        this.out = folder.resolve("out.jsonl");
    }

    private int run(String... args) {
        List<String> all = new ArrayList<>(List.of("anonymise"));
        all.addAll(List.of(args));
        PrintStream to = new PrintStream(told, true, StandardCharsets.UTF_8);
        return EvaluateCommand.run(all, Map.of(), to, to);
    }

    private List<JsonNode> hidden(int code, String lines) throws IOException {
        Files.writeString(in, lines);
        assertThat(run("--in", in.toString(), "--out", out.toString())).isEqualTo(code);
        List<JsonNode> read = new ArrayList<>();
        for (String line : Files.readAllLines(out)) read.add(new ObjectMapper().readTree(line));
        return read;
    }

    @Test
    void hidesNamesThatAreGivenAndWhatLooksLikeOne() throws IOException {
        List<JsonNode> lines = hidden(0, """
                {"id":"a","text":"🔧精工机械的赵铁柱说主轴发热，13812345678","names":["苏州精工机械有限公司"],"people":["赵铁柱"]}
                {"id":7,"text":"轴承 6205-2RS 温升 40 ℃"}
                """);
        assertThat(lines.getFirst().get("text").asText()).isEqualTo("🔧某企业的某人说主轴发热，[电话]");
        assertThat(lines.getFirst().get("masked")).isEqualTo(new ObjectMapper().readTree("""
                [{"start":1,"end":5,"kind":"COMPANY"},{"start":6,"end":9,"kind":"PERSON"},{"start":15,"end":26,"kind":"PHONE"}]"""));
        assertThat(lines.get(1).get("id").asInt()).isEqualTo(7);
        assertThat(lines.get(1).get("text").asText()).isEqualTo("轴承 6205-2RS 温升 40 ℃");
        assertThat(lines.get(1).get("masked")).isEmpty();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("2 texts anonymised, 3 places hidden");
    }

    @Test
    void tellsWhichLinesItCouldNotUse() throws IOException {
        assertThat(hidden(1, """
                {"id":"a"}
                {"id":"b","text":5}
                {"id":"c","text":"水。","people":"赵铁柱"}
                no json
                {"id":"e","text":""}
                """)).hasSize(1);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("line 1", "line 2", "line 3", "line 4");
    }

    @Test
    void saysWhatIsWrongWithTheCommand() {
        assertThat(run("--in", "nowhere.jsonl", "--out", out.toString())).isEqualTo(2);
        assertThat(run("--out", out.toString())).isEqualTo(2);
        assertThat(run("--fit", "x")).isEqualTo(2);
        assertThat(run("more")).isEqualTo(2);
    }
}
