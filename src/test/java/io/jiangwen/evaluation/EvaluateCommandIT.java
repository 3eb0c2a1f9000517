package io.jiangwen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command on a handful of documents, beside whatever else uses the database. */
@Timeout(300)
class EvaluateCommandIT {
    private static final Path PACKAGED = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    EvaluateCommandIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void packaged() throws IOException {
        assumeTrue(Files.exists(PACKAGED), "the package is built by Maven before this test");
        Files.writeString(folder.resolve("docs.jsonl"), """
                {"id":"轴/1","title":"细长轴车削变形","text":"车削细长轴时工件容易弯曲。应使用跟刀架支承，并减小背吃刀量。"}
                {"id":"mill-1","title":"铣刀崩刃","text":"铣削不锈钢时铣刀崩刃，多因转速过高。把转速降到每分钟八百转。"}
                not json
                {"id":"weld-1","title":"焊缝气孔","text":"焊缝出现气孔，多因焊条受潮。焊条应在三百五十度烘干一小时。"}
                {"id":"only-heading","title":"空","text":"# 只有标题"}
                """);
    }

    @Test
    void answersAndScoresAndLeavesNothingBehind() throws Exception {
        Path first = queries("轴/1", "weld-1");
        Result labelled = evaluate(first, "a.jsonl", "--json");
        assertThat(labelled.code()).as(labelled.err()).isZero();
        assertThat(labelled.err()).contains("docs.jsonl, line 3").contains("only-heading");
        JsonNode report = JSON.readTree(labelled.out());
        assertThat(report.at("/retrieval/R@1").asDouble()).isEqualTo(1);
        assertThat(report.at("/selective/queries").asInt()).isEqualTo(2);
        assertThat(report.at("/calibration/name").asText()).startsWith("prior");

        List<String> lines = Files.readAllLines(folder.resolve("a.jsonl"));
        assertThat(lines).hasSize(3);
        JsonNode shaft = JSON.readTree(lines.getFirst());
        assertThat(shaft.path("id").asText()).isEqualTo("q1");
        assertThat(shaft.at("/ranked/0/doc").asText()).isEqualTo("轴/1");
        assertThat(shaft.at("/ranked/0/passage").asText()).contains("跟刀架");
        assertThat(shaft.path("ranked")).hasSize(3);
        assertThat(shaft.path("answer").asText()).contains("跟刀架");
        assertThat(shaft.at("/citations/0").asText()).isEqualTo("轴/1");
        // A follow-up means what was asked before.
        assertThat(JSON.readTree(lines.getLast()).at("/ranked/0/doc").asText()).isEqualTo("weld-1");

        // Other labels, same run.
        Result shuffled = evaluate(queries("mill-1", "轴/1"), "b.jsonl", "--json");
        assertThat(folder.resolve("b.jsonl")).hasSameBinaryContentAs(folder.resolve("a.jsonl"));
        assertThat(JSON.readTree(shuffled.out()).at("/retrieval/R@1").asDouble())
                .isZero();
        assertThat(schemas()).isEmpty();
    }

    @Test
    void fitsToTheDocumentsWithoutLabelsAndLeavesTheRankingAlone() throws Exception {
        assertThat(evaluate(queries("轴/1", "weld-1"), "prior.jsonl", "--json").code())
                .isZero();
        Result labelled = evaluate(queries("轴/1", "weld-1"), "a.jsonl", "--json", "--calibrate=self");
        assertThat(labelled.code()).as(labelled.err()).isZero();
        JsonNode used = JSON.readTree(labelled.out()).path("calibration");
        assertThat(used.path("name").asText()).startsWith("self-");
        assertThat(used.path("fitted_on").asText()).startsWith("prior-").contains("questions made of them");
        assertThat(evaluate(queries("mill-1", "轴/1"), "b.jsonl", "--json", "--calibrate=self")
                        .code())
                .isZero();
        assertThat(folder.resolve("b.jsonl")).hasSameBinaryContentAs(folder.resolve("a.jsonl"));
        List<String> prior = Files.readAllLines(folder.resolve("prior.jsonl"));
        List<String> self = Files.readAllLines(folder.resolve("a.jsonl"));
        for (int i = 0; i < prior.size(); i++)
            assertThat(JSON.readTree(self.get(i)).path("ranked"))
                    .isEqualTo(JSON.readTree(prior.get(i)).path("ranked"));
    }

    @Test
    void strictStopsBeforeAnythingIsLoaded() throws Exception {
        Result result = evaluate(queries("轴/1", "weld-1"), "a.jsonl", "--strict");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("docs.jsonl, line 3").contains("malformed JSON");
        assertThat(folder.resolve("a.jsonl")).doesNotExist();
    }

    @Test
    void killedRunIsClearedByTheNext() throws Exception {
        DatabaseAddress database = new DatabaseAddress(
                System.getenv("JIANGWEN_TEST_DB_URL"),
                System.getenv("JIANGWEN_TEST_DB_USER"),
                System.getenv("JIANGWEN_TEST_DB_PASSWORD"));
        String left = OwnSchema.PREFIX + "left";
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + left);
        }
        try (OwnSchema running = OwnSchema.create(database, false)) {
            assertThat(schemas()).containsExactly(running.name());
            try (OwnSchema beside = OwnSchema.create(database, true)) {
                assertThat(schemas()).contains(running.name(), beside.name());
            }
            try (OwnSchema next = OwnSchema.create(database, false)) {
                assertThat(schemas())
                        .as("one running, one kept, one new")
                        .hasSize(3)
                        .contains(next.name());
            }
        }
        assertThat(schemas()).as("what was to be kept").hasSize(1);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA " + schemas().getFirst() + " CASCADE");
        }
    }

    private record Result(int code, String out, String err) {}

    private Result evaluate(Path queries, String out, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                PACKAGED.toString()));
        command.addAll(
                List.of("evaluate", "--docs", folder.resolve("docs.jsonl").toString()));
        command.addAll(List.of(
                "--queries", queries.toString(), "--out", folder.resolve(out).toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("JIANGWEN_DB_URL", System.getenv("JIANGWEN_TEST_DB_URL"));
        environment.put("JIANGWEN_DB_USER", System.getenv("JIANGWEN_TEST_DB_USER"));
        environment.put("JIANGWEN_DB_PASSWORD", System.getenv("JIANGWEN_TEST_DB_PASSWORD"));
        environment.put("JIANGWEN_DATA", folder.toString());
        Process process = builder.start();
        assertThat(process.waitFor(200, TimeUnit.SECONDS)).isTrue();
        return new Result(
                process.exitValue(), Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
    }

    private Path queries(String shaft, String weld) throws IOException {
        return Files.writeString(folder.resolve("queries.jsonl"), """
                {"id":"q1","text":"细长轴车削弯曲怎么办？","relevant_ids":["%s"]}
                {"id":"q2","text":"焊缝有气孔是什么原因？","relevant_ids":["%s"]}
                {"id":"q3","text":"温度呢？","before":["焊条受潮要怎样烘干？"]}
                """.formatted(shaft, weld));
    }

    private static List<String> schemas() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT nspname FROM pg_namespace WHERE starts_with(nspname, '" + OwnSchema.PREFIX + "')")) {
            while (rows.next()) names.add(rows.getString(1));
        }
        return names;
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                System.getenv("JIANGWEN_TEST_DB_URL"),
                System.getenv("JIANGWEN_TEST_DB_USER"),
                System.getenv("JIANGWEN_TEST_DB_PASSWORD"));
    }
}
