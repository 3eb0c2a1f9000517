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

/** The command with the real models, on labelled data and on odd files. */
class MatchingCommandIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path LABELLED = Path.of("src/test/resources/matching");

    private final Path folder;

    MatchingCommandIT(@TempDir Path folder) {
        this.folder = folder;
    }

    private record Result(int code, String out, String err) {}

    /** The labels were written from what the trades are, before the matcher; nothing was chosen on this half. */
    @Test
    void findsWhoCanAnswerTheHeldOutQuestions() throws IOException {
        JsonNode report = measured("questions-held-out.jsonl");
        double matcher = report.at("/methods/matcher/R@3").asDouble();
        assertThat(matcher).isGreaterThanOrEqualTo(0.90);
        assertThat(report.at("/methods/matcher/found@3").asDouble()).isGreaterThanOrEqualTo(0.90);
        assertThat(matcher).isGreaterThan(report.at("/methods/BM25 on tags/R@3").asDouble());
        assertThat(matcher)
                .isGreaterThan(report.at("/methods/random in trade/R@3").asDouble());
        assertThat(report.path("abstained_nobodys").asDouble()).isEqualTo(1);
        assertThat(report.path("abstained_answerable").asDouble()).isLessThanOrEqualTo(0.05);
    }

    @Test
    void everyLineHasReasonsAndNobodyWhoIsAway() throws IOException {
        measured("questions-tuning.jsonl");
        List<String> lines = Files.readAllLines(folder.resolve("out.jsonl"));
        assertThat(lines).hasSize(95);
        for (String text : lines) {
            JsonNode line = JSON.readTree(text);
            assertThat(line.path("ranked")).hasSize(20);
            double before = 1;
            for (JsonNode place : line.path("ranked")) {
                assertThat(place.path("craftsman").asText()).isNotIn("zz4", "zz5");
                assertThat(place.path("score").asDouble()).isBetween(0.0, before);
                assertThat(place.path("reasons")).isNotEmpty();
                before = place.path("score").asDouble();
            }
        }
    }

    @Test
    void wrongLinesAreNamedAndTheOthersAreMatched() throws IOException {
        Files.writeString(folder.resolve("c.jsonl"), """
                {"id":"a","trades":["焊工"],"solved":null}
                {"trades":["焊工"]}
                nonsense
                {"id":"a","trades":[]}
                {"id":"b","trades":[1]}
                {"id":"c","trades":{},"available":true}
                {"id":"d","available":"no"}
                {"id":"e","trades":"车工","region":320000}
                """);
        Files.writeString(folder.resolve("q.jsonl"), """
                {"id":"1","text":"焊缝有气孔怎么办？","relevant_ids":["a","nobody"]}
                {"id":"2"}
                {"id":"1","text":"x"}
                {"id":"3","text":"今天吃什么"}
                """);
        Result result = run("--craftsmen", file("c.jsonl"), "--questions", file("q.jsonl"), "--out", file("g.jsonl"));
        assertThat(result.code()).as(result.err()).isZero();
        for (int line : List.of(2, 3, 4, 5, 6, 7)) assertThat(result.err()).contains("c.jsonl, line " + line + ":");
        for (int line : List.of(1, 2, 3)) assertThat(result.err()).contains("q.jsonl, line " + line + ":");
        List<String> lines = Files.readAllLines(folder.resolve("g.jsonl"));
        assertThat(lines).hasSize(2);
        JsonNode first = JSON.readTree(lines.getFirst());
        assertThat(first.at("/ranked/0/craftsman").asText()).isEqualTo("a");
        assertThat(first.path("abstained").asBoolean()).isFalse();
        assertThat(JSON.readTree(lines.getLast()).path("abstained").asBoolean()).isTrue();
        assertThat(run("--craftsmen", file("c.jsonl"), "--questions", file("q.jsonl"), "--strict")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void whenEverybodyIsAwayNobodyIsRanked() throws IOException {
        Files.writeString(folder.resolve("c.jsonl"), "{\"id\":\"a\",\"trades\":[\"welding\"],\"available\":false}\n");
        Files.writeString(folder.resolve("q.jsonl"), "{\"id\":\"1\",\"text\":\"welding cracks\"}\n");
        assertThat(run("--craftsmen", file("c.jsonl"), "--questions", file("q.jsonl"), "--out", file("g.jsonl"))
                        .code())
                .isZero();
        assertThat(Files.readString(folder.resolve("g.jsonl")))
                .isEqualTo("{\"id\":\"1\",\"ranked\":[],\"abstained\":true}\n");
    }

    @Test
    void wrongUsageIsRefused() throws IOException {
        Files.writeString(folder.resolve("empty.jsonl"), "");
        assertThat(run().code()).isEqualTo(2);
        assertThat(run("--craftsmen", file("none.jsonl"), "--questions", file("none.jsonl"))
                        .err())
                .contains("there is no file");
        assertThat(run("--craftsmen", file("empty.jsonl"), "--questions", file("empty.jsonl"))
                        .err())
                .contains("no craftsman");
        assertThat(run("--craftsmen", "a", "--questions", "b", "--out", file("no/such/folder"))
                        .code())
                .isEqualTo(2);
        assertThat(run("--nonsense").code()).isEqualTo(2);
    }

    private JsonNode measured(String questions) throws IOException {
        Result result = run(
                "--craftsmen",
                LABELLED.resolve("craftsmen.jsonl").toString(),
                "--questions",
                LABELLED.resolve(questions).toString(),
                "--out",
                file("out.jsonl"),
                "--json");
        assertThat(result.code()).as(result.err()).isZero();
        return JSON.readTree(result.out());
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private Result run(String... options) {
        List<String> args = new ArrayList<>(List.of("matching"));
        args.addAll(List.of(options));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = EvaluateCommand.run(
                args,
                Map.of("JIANGWEN_DATA", "target/evaluation-data"),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
