package io.jiangwen.evaluation;

import static io.jiangwen.testsupport.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.Patience;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fits the ranking to the shipped articles, the way an operator does. */
@QuarkusTest
class CalibrationIT {
    private static final String POOR = """
            INSERT INTO ranking (name, weights, fitted_on)
            VALUES ('poor', '{"ZH": {"LEXICAL": 0.01, "IN_ORDER": 1}, "EN": {"LEXICAL": 0.01, "IN_ORDER": 1}}', 'nothing')
            """;
    private static final String QUESTION = "车细长轴时工件弯曲、有锥度怎么办";

    private final Callers callers;
    private final DataSource database;
    private final CalibrationRuns runs;
    private Api admin;

    CalibrationIT(Callers callers, DataSource database, CalibrationRuns runs) {
        this.callers = callers;
        this.database = database;
        this.runs = runs;
    }

    @BeforeEach
    void everybodyIsThere() throws SQLException {
        callers.awaitKnowledge();
        admin = callers.as("admin");
        execute(POOR);
    }

    /** Other tests search with the shipped ranking. */
    @AfterEach
    void theShippedRankingIsInForceAgain() throws SQLException {
        execute("DELETE FROM ranking WHERE NOT shipped");
        execute("DELETE FROM calibration_run");
    }

    @Test
    void aBetterFitIsPutInForceAndTheSameKnowledgeGivesNoOther() throws SQLException {
        List<Object> scoresBefore = scores();

        JsonPath first = finished(start());
        assertThat(first.getString("state")).isEqualTo("DONE");
        assertThat(first.getString("results[0].part")).isEqualTo("ranking");
        String version = first.getString("results[0].version");
        assertThat(version).isEqualTo(inForce()).startsWith("self-");
        assertThat(first.getDouble("results[0].figures.mrr-after"))
                .isGreaterThan(first.getDouble("results[0].figures.mrr-before"));
        assertThat(first.getDouble("results[0].figures.held-out")).isGreaterThanOrEqualTo(30);
        assertThat(scores()).isNotEqualTo(scoresBefore);

        JsonPath second = finished(start());
        assertThat(second.getString("results[0].version")).isNull();
        assertThat(second.getString("results[0].reason")).startsWith(version + " is kept");
        assertThat(inForce()).isEqualTo(version);
    }

    @Test
    void ofManyAtOnceOneRunsAndTheOthersAreToldSo() throws Exception {
        List<Future<Integer>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            Callable<Integer> ask = () -> admin.post("/calibrations", Map.of("part", "ranking"))
                    .extract()
                    .statusCode();
            for (int i = 0; i < 6; i++) asked.add(threads.submit(ask));
        }
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> each : asked) answers.add(each.get());
        assertThat(answers).containsExactlyInAnyOrder(202, 409, 409, 409, 409, 409);
        refused(409, "calibration-running", admin.post("/calibrations", Map.of("part", "all")));
        awaitNoneRunning();
        finished(start());
    }

    @Test
    void oneThatWasKilledIsFailedAndHindersNobody() throws SQLException {
        UUID killed = UUID.randomUUID();
        execute("INSERT INTO calibration_run (id, part, state, started_at) VALUES ('" + killed
                + "', 'all', 'RUNNING', now())");
        admin.get("/calibrations/" + killed)
                .statusCode(200)
                .body("state", equalTo("FAILED"))
                .body("message", equalTo("The service ended before the fit did; start it again."));
        try (CalibrationRuns.Running running = runs.start("ranking")) {
            admin.get("/calibrations/" + running.id()).statusCode(200).body("state", equalTo("RUNNING"));
            refused(409, "calibration-running", admin.post("/calibrations", Map.of("part", "ranking")));
        }
        assertThat(text("SELECT state FROM calibration_run WHERE id = '" + killed + "'"))
                .isEqualTo("FAILED");
    }

    @Test
    void onlyAdministratorsAndOperatorsAndOnlyForPartsThatThereAre() {
        refused(403, "role-not-allowed", callers.as("curator").post("/calibrations", Map.of("part", "ranking")));
        refused(403, "role-not-allowed", callers.visitor().post("/calibrations", Map.of("part", "ranking")));
        refused(401, Callers.NOBODY.post("/calibrations", Map.of("part", "ranking")));
        refused(400, "part-missing", admin.post("/calibrations", Map.of()));
        refused(400, "part-missing", admin.request().post("/calibrations").then());
        refused(400, "unknown-part", Callers.operator().post("/calibrations", Map.of("part", "weather")));
        refused(400, "invalid-json", admin.post("/calibrations", "{\"part\":"));
        refused(404, "not-found", admin.get("/calibrations/" + UUID.randomUUID()));
        refused(404, "not-found", admin.get("/calibrations/no-uuid"));
    }

    private String start() {
        return admin.post("/calibrations", Map.of("part", "ranking"))
                .statusCode(202)
                .extract()
                .path("id");
    }

    private JsonPath finished(String id) {
        return Patience.await("the fit done", () -> Optional.of(admin.read("/calibrations/" + id))
                .filter(run -> !"RUNNING".equals(run.getString("state"))));
    }

    private void awaitNoneRunning() {
        Patience.await("no fit running", () -> {
            try {
                boolean none = text("SELECT count(*) FROM calibration_run WHERE state = 'RUNNING'")
                        .equals("0");
                return Optional.of(none).filter(idle -> idle);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private List<Object> scores() {
        return admin.request()
                .queryParam("q", QUESTION)
                .get("/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.score");
    }

    private String inForce() throws SQLException {
        return text("SELECT name FROM ranking ORDER BY version DESC LIMIT 1");
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
