package io.jiangwen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrateCommandTest {
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"--yaml", "everything", "--json=1"})
    void wrongWordsAreWrongUsage(String word) {
        assertThat(run(List.of(word), Map.of())).isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains(CalibrateCommand.USAGE);
    }

    @Test
    void withoutAServiceTheNextStepIsTold(@TempDir Path folder) throws IOException {
        assertThat(run(List.of(), Map.of())).isEqualTo(1);
        Path token = Files.writeString(folder.resolve("operator.token"), "x");
        Map<String, String> nobodyListens =
                Map.of("JIANGWEN_SERVICE_URL", "http://127.0.0.1:9", "JIANGWEN_OPERATOR_TOKEN_FILE", token.toString());
        assertThat(run(List.of("--json"), nobodyListens)).isEqualTo(1);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("./jiangwen status");
    }

    private int run(List<String> args, Map<String, String> environment) {
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        return CalibrateCommand.run(args, environment, out, out);
    }
}
