package io.jiangwen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The package as it is deployed: started with the very command of the image, on a database of its own. */
class PackagedServiceIT {
    private static final String IN_THE_IMAGE = "/opt/jiangwen/quarkus-app/quarkus-run.jar";
    private static final Path PACKAGED = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final String DATABASE = "jiangwen_packaged";

    /** At rest after the first load, which works both models hardest; about 0.9 GB were seen. */
    private static final long MOST_KIB = 1_000_000;

    /** What the models freed is given back twice a minute. */
    private static final Duration TO_REST = Duration.ofSeconds(75);

    @Test
    @Timeout(400)
    void theImagesCommandServesWithinItsMemory() throws Exception {
        assumeTrue(Files.exists(PACKAGED), "the package is built by Maven before this test");
        freshDatabase();
        int port = freePort();
        Process service = start(port);
        try {
            awaitReady(service, port);
            awaitRest(service);
            assertThat(residentKib(service)).isLessThan(MOST_KIB);
        } finally {
            service.destroy();
            assertThat(service.waitFor(30, TimeUnit.SECONDS))
                    .as("stops when told")
                    .isTrue();
        }
    }

    /** The words between {@code exec} and the end of the image's entry point. */
    private static List<String> command() throws IOException {
        Matcher entry = Pattern.compile("exec (java [^\"]*)").matcher(Files.readString(Path.of("deploy/Dockerfile")));
        assertThat(entry.find()).as("entry point of deploy/Dockerfile").isTrue();
        List<String> words = new ArrayList<>(Arrays.asList(entry.group(1).split(" +")));
        assertThat(words).contains(IN_THE_IMAGE);
        words.replaceAll(word -> word.equals(IN_THE_IMAGE) ? PACKAGED.toString() : word);
        words.remove("$JIANGWEN_JAVA_OPTS");
        words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        return words;
    }

    private static Process start(int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
        builder.redirectOutput(Path.of("target/packaged-service.log").toFile());
        builder.environment().put("JIANGWEN_DB_URL", url(DATABASE));
        builder.environment().put("JIANGWEN_DB_USER", System.getenv("JIANGWEN_TEST_DB_USER"));
        builder.environment().put("JIANGWEN_DB_PASSWORD", System.getenv("JIANGWEN_TEST_DB_PASSWORD"));
        builder.environment().put("JIANGWEN_PORT", Integer.toString(port));
        builder.environment().put("JIANGWEN_DEMO", "true");
        return builder.start();
    }

    private static void awaitReady(Process service, int port) throws IOException, InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!answers(http, ready)) {
                // Waiting for the end of the process is waiting a second, unless it ends: then nothing will be ready.
                assertThat(service.waitFor(1, TimeUnit.SECONDS))
                        .as("ended early, see target/packaged-service.log")
                        .isFalse();
            }
        }
    }

    private static void awaitRest(Process service) throws IOException, InterruptedException {
        long end = System.nanoTime() + TO_REST.toNanos();
        while (residentKib(service) >= MOST_KIB && System.nanoTime() < end) {
            assertThat(service.waitFor(1, TimeUnit.SECONDS)).as("ended early").isFalse();
        }
    }

    private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static long residentKib(Process service) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + service.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static void freshDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        url(null), System.getenv("JIANGWEN_TEST_DB_USER"), System.getenv("JIANGWEN_TEST_DB_PASSWORD"));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + DATABASE);
            statement.execute("CREATE DATABASE " + DATABASE);
        }
    }

    /** The address of the tests' database, or of another one on the same server. */
    private static String url(@org.jspecify.annotations.Nullable String database) {
        String given = System.getenv("JIANGWEN_TEST_DB_URL");
        return database == null ? given : given.replaceFirst("/[^/?]+(\\?|$)", "/" + database + "$1");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
