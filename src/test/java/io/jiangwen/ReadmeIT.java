package io.jiangwen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The examples of the README do what it says, pasted as they stand there. */
@QuarkusTest
class ReadmeIT {
    private static final String BEGIN = "<!-- examples:begin -->\n```bash\n";
    private static final String END = "```\n<!-- examples:end -->";
    private static final String ADDRESS = "http://localhost:8080";

    /** As {@code ./jiangwen run --detach} waits before it returns. */
    private static final String WHEN_READY = """
            for _ in {1..300}; do
                curl -fs -o /dev/null http://localhost:8080/q/health/ready && break
                sleep 1
            done
            """;

    private record Run(int exitCode, String output) {}

    @Test
    void theExamplesWorkInTheirOrder() throws IOException, InterruptedException {
        Run run = bash(WHEN_READY + examples("README.md"));
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output())
                .containsSubsequence(
                        "\"outcome\":\"ANSWERED\"",
                        "\"citations\":[1]",
                        "case-centrifugal-pump-cavitation",
                        "\"verdict\":",
                        "T-2",
                        "SOLVED",
                        "CONFIRMED",
                        "\"state\":\"IN_REVIEW\"",
                        "示例工匠·陈",
                        "\"state\":\"DONE\"",
                        "\"created\":1",
                        "{\"state\":\"PUBLISHED\",\"version\":1}",
                        "立式加工中心主轴温升过高",
                        "event:ticket.opened",
                        "event:ticket.claimed",
                        "event:ticket.replied",
                        "event:ticket.closed");
    }

    @Test
    void aCallThatIsRefusedFailsTheExamples() throws IOException, InterruptedException {
        Run run = bash(examples("README.md").replace("/search", "/nowhere"));
        assertThat(run.exitCode()).as(run.output()).isNotZero();
    }

    @Test
    void theChineseReadmeHasTheSameExamples() throws IOException {
        assertThat(examples("README.zh-CN.md")).isEqualTo(examples("README.md"));
    }

    private static String examples(String readme) throws IOException {
        String text = Files.readString(Path.of(readme));
        assertThat(text).containsOnlyOnce(BEGIN).containsOnlyOnce(END);
        return text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
    }

    /** Stops at the first command that fails; the address is that of this test's service. */
    private static Run bash(String script) throws IOException, InterruptedException {
        assumeTrue(isInstalled("curl"), "the examples need curl, which this machine has not");
        assertThat(script).contains(ADDRESS);
        Path output = Files.createTempFile("readme", ".log");
        try {
            ProcessBuilder bash = new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-s")
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            bash.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "NO_PROXY", "localhost", "no_proxy", "localhost"));
            Process process = bash.start();
            try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
                input.write(script.replace(ADDRESS, "http://localhost:" + RestAssured.port));
            }
            boolean ended = process.waitFor(6, TimeUnit.MINUTES);
            if (!ended) process.destroyForcibly();
            String printed = Files.readString(output);
            assertThat(ended).as("ended within 6 minutes: " + printed).isTrue();
            return new Run(process.exitValue(), printed);
        } finally {
            Files.delete(output);
        }
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
