package io.jiangwen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The package in a process of its own on a database of its own, to be killed and started again. */
final class PackagedService implements AutoCloseable {
    static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    private final String database;
    private final int port;
    private final Map<String, String> settings;
    private Process process;

    private PackagedService(String database, int port, Map<String, String> settings) throws IOException {
        this.database = database;
        this.port = port;
        this.settings = Map.copyOf(settings);
        process = start();
    }

    /** Starts on a fresh database; ready when this returns. */
    static PackagedService onFreshDatabase(String database) throws IOException, SQLException, InterruptedException {
        return onFreshDatabase(database, Map.of());
    }

    /** @param settings more of its environment */
    static PackagedService onFreshDatabase(String database, Map<String, String> settings)
            throws IOException, SQLException, InterruptedException {
        try (Connection server = connect(null);
                Statement statement = server.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + database);
        }
        PackagedService service = new PackagedService(database, freePort(), settings);
        service.awaitReady();
        return service;
    }

    int port() {
        return port;
    }

    Connection database() throws SQLException {
        return connect(database);
    }

    /** Ends the process without a word; its sessions at the database end when they notice. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Returns when the database has given up every session of the killed process. */
    void awaitNoSession() throws SQLException {
        try (Connection server = connect(null);
                Statement statement = server.createStatement()) {
            while (sessions(statement) > 0) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    void startAgain() throws IOException, InterruptedException {
        process = start();
        awaitReady();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private int sessions(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE datname = '" + database
                + "' AND application_name <> 'kill-test'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        JAR.toString()))
                .redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                Path.of("target", database + ".log").toFile()));
        builder.environment().put("JIANGWEN_DB_URL", url(database));
        builder.environment().put("JIANGWEN_DB_USER", System.getenv("JIANGWEN_TEST_DB_USER"));
        builder.environment().put("JIANGWEN_DB_PASSWORD", System.getenv("JIANGWEN_TEST_DB_PASSWORD"));
        builder.environment().put("JIANGWEN_PORT", Integer.toString(port));
        builder.environment().put("JIANGWEN_DEMO", "true");
        builder.environment().put("JIANGWEN_EVALUATION_CACHE", "target/embeddings");
        builder.environment().putAll(settings);
        return builder.start();
    }

    private void awaitReady() throws InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!answers(http, ready))
                assertThat(process.waitFor(300, TimeUnit.MILLISECONDS))
                        .as("ended early, see target/" + database + ".log")
                        .isFalse();
        }
    }

    private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Connection connect(@org.jspecify.annotations.Nullable String database) throws SQLException {
        Connection connection = DriverManager.getConnection(
                url(database), System.getenv("JIANGWEN_TEST_DB_USER"), System.getenv("JIANGWEN_TEST_DB_PASSWORD"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET application_name = 'kill-test'");
        }
        return connection;
    }

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
