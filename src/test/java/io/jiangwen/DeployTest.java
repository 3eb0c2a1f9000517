package io.jiangwen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of {@code deploy/}, as far as a machine without a container engine can tell. */
class DeployTest {
    private static final Path DEPLOY = Path.of("deploy");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|API_KEY).*");
    private static final Pattern DIRECTIVE = Pattern.compile("(?m)^([A-Z][A-Za-z]+)=(.*)$");

    @Test
    void theComposeFileSaysOnlyWhatTheSpecificationKnows() throws IOException {
        ComposeFile compose = compose();
        assertThat(compose.unknownKeys()).isEmpty();
        assertThat(compose.services()).containsOnlyKeys("database", "service");
        assertThat(compose.danglingReferences()).isEmpty();
    }

    @Test
    void everyImageHasANameAndAVersionUnlessItIsBuiltHere() throws IOException {
        for (Map<String, Object> service : compose().services().values()) {
            assertThat(service).containsKey("image");
            if (!service.containsKey("build"))
                assertThat(String.valueOf(service.get("image")))
                        .matches("[a-z0-9./-]+:[A-Za-z0-9._-]*\\d[A-Za-z0-9._-]*");
        }
    }

    @Test
    void everyServiceIsCheckedForHealth() throws IOException {
        String image = read("Dockerfile");
        assertThat(image).containsPattern("(?m)^HEALTHCHECK ").contains("/q/health/ready");
        for (Map<String, Object> service : compose().services().values())
            assertThat(service.containsKey("healthcheck") || service.containsKey("build"))
                    .isTrue();
    }

    @Test
    void nothingIsPublishedBeyondThisMachine() throws IOException {
        assertThat(compose().services().values())
                .flatMap(service -> ComposeFile.list(service.get("ports")))
                .isNotEmpty()
                .allSatisfy(port -> assertThat(String.valueOf(port)).startsWith("127.0.0.1:"));
    }

    @Test
    void noSecretIsWrittenDown() throws IOException {
        assertThat(compose().environment())
                .filteredOn(setting -> SECRET.matcher(setting.getKey()).matches())
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(setting.getValue()).matches("|\\$\\{[A-Z_]+:\\?[^}]*}"));
        assertThat(example())
                .filteredOn(setting -> SECRET.matcher(setting.getKey()).matches())
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(setting.getValue()).isEmpty());
    }

    @Test
    void theExampleListsEveryVariableOfTheComposeFile() throws IOException {
        assertThat(compose().variables()).isNotEmpty();
        assertThat(example().stream().map(Map.Entry::getKey))
                .containsAll(compose().variables());
    }

    @Test
    void theImageAndTheUnitStartWhatTheLauncherStarts() throws IOException {
        Set<String> launcher = options(read("launcher/jdk.sh")
                .lines()
                .filter(line -> line.contains("JAVA_COMMAND"))
                .toList());
        assertThat(launcher).anyMatch(option -> option.startsWith("-Xmx"));
        List<String> entry = entrypoint();
        assertThat(entry).startsWith("sh", "-c").hasSize(3);
        assertThat(entry.getLast()).startsWith("exec java ").endsWith("-jar /opt/jiangwen/quarkus-app/quarkus-run.jar");
        assertThat(options(List.of(entry.getLast()))).isEqualTo(launcher);
        assertThat(options(directive("ExecStart"))).isEqualTo(launcher);
    }

    @Test
    void theImageIsBuiltFromWhatIsThereAndRunsAsNobodySpecial() throws IOException {
        String image = read("Dockerfile");
        for (MatchResult copy : Pattern.compile("(?m)^COPY (?!--from)(.*) \\S+$")
                .matcher(image)
                .results()
                .toList())
            for (String source : copy.group(1).split(" ", -1))
                assertThat(source.endsWith("*") || Files.exists(Path.of(source)))
                        .as(source)
                        .isTrue();
        assertThat(image).containsPattern("(?m)^USER [1-9]\\d*(:\\d+)?$");
        assertThat(Pattern.compile("(?m)^FROM (\\S+)").matcher(image).results().map(from -> from.group(1)))
                .isNotEmpty()
                .allSatisfy(
                        from -> assertThat(from).containsPattern(":[^:]*\\d").doesNotContain("latest"));
    }

    @Test
    void theUnitHasTheSectionsAndSettingsItNeeds() throws IOException {
        assertThat(read("jiangwen.service")).containsSubsequence("[Unit]", "[Service]", "[Install]");
        assertThat(directive("User")).containsExactly("jiangwen");
        assertThat(directive("EnvironmentFile")).containsExactly("/etc/jiangwen/jiangwen.env");
        assertThat(directive("Restart")).containsExactly("on-failure");
        assertThat(directive("WantedBy")).containsExactly("multi-user.target");
        assertThat(directive("NoNewPrivileges")).containsExactly("yes");
    }

    @Test
    void systemdAcceptsTheUnit(@TempDir Path folder) throws IOException, InterruptedException {
        Path program = Path.of("/usr/bin/systemd-analyze");
        assumeTrue(Files.isExecutable(program), "this machine has no systemd-analyze");
        // It wants the program to exist: the Java that runs this test does.
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path unit = Files.writeString(
                folder.resolve("jiangwen.service"),
                read("jiangwen.service").replace("=/usr/bin/java ", "=" + java + " "));
        Process verify = new ProcessBuilder(program.toString(), "verify", "--man=no", unit.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verify.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(verify.exitValue()).as(said).isZero();
        // A line it cannot read is only a warning to it.
        assertThat(said).doesNotContain("ignoring");
    }

    private static ComposeFile compose() throws IOException {
        return ComposeFile.read(DEPLOY.resolve("compose.yaml"));
    }

    /** Settings of the example with their values, also those that are commented out. */
    private static List<Map.Entry<String, String>> example() throws IOException {
        return Pattern.compile("(?m)^#?([A-Z][A-Z_]+)=(.*)$")
                .matcher(read("jiangwen.env.example"))
                .results()
                .<Map.Entry<String, String>>map(line -> entry(line.group(1), line.group(2)))
                .toList();
    }

    private static List<String> entrypoint() throws IOException {
        String line = read("Dockerfile")
                .lines()
                .filter(text -> text.startsWith("ENTRYPOINT "))
                .reduce((first, last) -> last)
                .orElseThrow();
        return Arrays.asList(new ObjectMapper().readValue(line.substring("ENTRYPOINT ".length()), String[].class));
    }

    private static List<String> directive(String name) throws IOException {
        return DIRECTIVE
                .matcher(read("jiangwen.service"))
                .results()
                .filter(line -> line.group(1).equals(name))
                .map(line -> line.group(2))
                .toList();
    }

    /** Options of the Java command in these lines. */
    private static Set<String> options(List<String> lines) {
        Set<String> options = new TreeSet<>();
        for (String line : lines) {
            for (String word : line.split("[\\s()]+", -1)) if (word.matches("-X.*|--enable.*")) options.add(word);
        }
        return options;
    }

    private static String read(String file) throws IOException {
        return Files.readString(DEPLOY.resolve(file));
    }
}
