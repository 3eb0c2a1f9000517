package io.jiangwen;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.account.Role;
import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may call what: {@code roles.tsv} says it, for every operation of the OpenAPI document and every caller. */
@QuarkusTest
@Timeout(120)
class RolesIT {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String LOGOUT = "POST /api/v1/auth/logout";
    private static final Set<String> UPLOADS = Set.of("POST /api/v1/imports", "POST /api/v1/problem-lists");

    private final Callers callers;

    RolesIT(Callers callers) {
        this.callers = callers;
    }

    /** @param callers columns that say yes; {@code anonymous} or the name of a role */
    record Row(String operation, Set<String> callers) {
        static Row of(String line, String[] columns) {
            String[] cells = line.split("\t", -1);
            Set<String> allowed = new TreeSet<>();
            for (int i = 1; i < columns.length; i++) if (cells[i].equals("yes")) allowed.add(columns[i]);
            return new Row(cells[0], allowed);
        }

        String method() {
            return operation.substring(0, operation.indexOf(' '));
        }

        /** The address of something that nobody has. */
        String address() {
            return operation
                    .substring(operation.indexOf(' ') + 1)
                    .replace("{id}", UUID.randomUUID().toString())
                    .replace("{turn}", UUID.randomUUID().toString())
                    .replace("{number}", "1")
                    .replace("{priority}", "NORMAL")
                    .replace("{clock}", "CLAIM")
                    .replace("{term}", "a-term-nobody-has");
        }

        @Override
        public String toString() {
            return operation;
        }
    }

    @AfterAll
    static void hangUp() {
        HTTP.shutdownNow();
    }

    @Test
    void theTableNamesEveryOperationAndNoOther() throws IOException {
        JsonPath document = RestAssured.given()
                .get("/q/openapi?format=JSON")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Map<String, Object>> paths = document.getMap("paths");
        Set<String> served = new TreeSet<>();
        paths.forEach((path, item) -> item.keySet().stream()
                .filter(Set.of("get", "put", "post", "delete", "patch", "head", "options")::contains)
                .forEach(method -> served.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        assertThat(table()).extracting(Row::operation).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void theTableHasAColumnForEveryRole() throws IOException {
        assertThat(lines().getFirst().split("\t", -1))
                .contains("anonymous")
                .contains(Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("table")
    void letsInWhomTheTableNames(Row row) throws Exception {
        assertAnswer(row, "anonymous", status(row, null));
        for (Role role : Role.values()) assertAnswer(row, role.name(), status(row, token(role, row)));
    }

    private static void assertAnswer(Row row, String caller, int status) {
        if (row.callers().contains(caller)) {
            assertThat(status).as("%s by %s", row, caller).isNotIn(401, 403).isLessThan(500);
        } else {
            assertThat(status).as("%s by %s", row, caller).isEqualTo(caller.equals("anonymous") ? 401 : 403);
        }
    }

    private String token(Role role, Row row) {
        String login =
                switch (role) {
                    case VISITOR, OPERATOR -> "";
                    case ADMINISTRATOR -> "admin";
                    case ASKER, CRAFTSMAN, CURATOR, DISPATCHER -> role.name().toLowerCase(Locale.ROOT);
                };
        Api caller =
                switch (role) {
                    case VISITOR -> callers.visitor();
                    case OPERATOR -> Callers.operator();
                    case ASKER, CRAFTSMAN, CURATOR, DISPATCHER, ADMINISTRATOR ->
                        row.operation().equals(LOGOUT) ? Callers.logIn(login) : callers.as(login);
                };
        return String.valueOf(caller.token());
    }

    /** The status line is enough: a live stream would not end. */
    private static int status(Row row, @Nullable String token) throws IOException, InterruptedException {
        boolean upload = UPLOADS.contains(row.operation());
        String body = row.method().equals("GET") ? "" : upload ? "--x--\r\n" : "{}";
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + row.address()))
                .header("Content-Type", upload ? "multipart/form-data; boundary=x" : "application/json")
                .method(row.method(), HttpRequest.BodyPublishers.ofString(body));
        if (token != null) request.header("Authorization", "Bearer " + token);
        HttpResponse<InputStream> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        response.body().close();
        return response.statusCode();
    }

    static List<Row> table() throws IOException {
        List<String> lines = lines();
        String[] columns = lines.getFirst().split("\t", -1);
        return lines.stream().skip(1).map(line -> Row.of(line, columns)).toList();
    }

    private static List<String> lines() throws IOException {
        try (InputStream table = Objects.requireNonNull(RolesIT.class.getResourceAsStream("roles.tsv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
