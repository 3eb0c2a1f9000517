package io.jiangwen.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.confidence.Certificate.State;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What begins a count, what goes on with one, and which audits it has. Nothing of this is committed. */
@QuarkusTest
class AuditCountsIT {
    private final AuditCounts counts;
    private final CalibrationStore calibrations;
    private final EntityManager database;
    private final Clock clock;
    private final Map<String, String> settings = Map.of("search.ranking", "of-this-test-" + UUID.randomUUID());

    AuditCountsIT(AuditCounts counts, CalibrationStore calibrations, EntityManager database, Clock clock) {
        this.counts = counts;
        this.calibrations = calibrations;
        this.database = database;
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        QuarkusTransaction.begin();
    }

    @AfterEach
    void undo() {
        QuarkusTransaction.rollback();
    }

    @Test
    void aConfigurationThatHasAnsweredNothingHasNoAudits() {
        Standing standing = counts.standing(configuration(calibration(8.0, 0.6)));
        assertThat(standing.certificate().audited()).isZero();
        assertThat(standing.certificate().bound()).isNull();
        assertThat(standing.since()).isNull();
        assertThat(standing.needed().getAsInt()).isBetween(41, 300);
    }

    @Test
    void theSameConfigurationGoesOnCounting() {
        Calibration calibration = calibration(8.0, 0.6);
        long count = counts.require(configuration(calibration));
        counts.settle(count, false);
        assertThat(counts.require(configuration(calibration))).isEqualTo(count);
    }

    @Test
    void aHigherThresholdGoesOnCountingAndALowerOneBeginsAnew() {
        long count = counts.require(configuration(calibration(8.0, 0.6)));
        Calibration higher = calibration(8.0, 0.7);
        assertThat(counts.require(configuration(higher))).isEqualTo(count);
        Calibration lowered = calibration(8.0, 0.6);
        assertThat(counts.standing(configuration(lowered)).since()).isNull();
        assertThat(counts.require(configuration(lowered))).isNotEqualTo(count);
    }

    @Test
    void anotherFitOrAnotherSettingBeginsAnew() {
        Calibration calibration = calibration(8.0, 0.6);
        long count = counts.require(configuration(calibration));
        assertThat(counts.require(configuration(calibration(8.1, 0.6)))).isNotEqualTo(count);
        assertThat(counts.require(new Configuration(Map.of("model", "another"), calibration)))
                .isNotEqualTo(count);
        assertThat(counts.require(configuration(calibration))).isEqualTo(count);
    }

    /** The one thing that is committed: a count of a configuration that nobody else has. */
    @Test
    void ofManyFirstAnswersAtOnceOneBeginsTheCount() throws Exception {
        Configuration configuration = configuration(calibrations.current());
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            Callable<Long> answer = () -> QuarkusTransaction.requiringNew().call(() -> counts.require(configuration));
            Set<Long> begun = new TreeSet<>();
            for (Future<Long> count : many.invokeAll(Collections.nCopies(8, answer))) begun.add(count.get());
            assertThat(begun).hasSize(1);
        }
    }

    @Test
    void enoughRightAnswersCertify() {
        Configuration configuration = configuration(calibration(8.0, 0.6));
        long count = counts.require(configuration);
        for (int i = 0; i < 40; i++) settled(count, "RIGHT", Duration.ofDays(1));
        Standing nearly = counts.standing(configuration);
        assertThat(nearly.certificate().state()).isEqualTo(State.NOT_YET);
        assertThat(nearly.needed().getAsInt()).isBetween(1, 10);
        settled(count, "RIGHT", Duration.ofDays(1));
        Standing standing = counts.standing(configuration);
        assertThat(standing.certificate().state()).isEqualTo(State.CERTIFIED);
        assertThat(standing.certificate().audited()).isEqualTo(41);
        assertThat(standing.certificate().bound()).isLessThanOrEqualTo(0.10);
        assertThat(standing.needed()).hasValue(0);
    }

    @Test
    void answersOlderThanTheWindowCountNoMore() {
        Configuration configuration = configuration(calibration(8.0, 0.6));
        long count = counts.require(configuration);
        for (int i = 0; i < 50; i++) settled(count, "RIGHT", Duration.ofDays(91));
        settled(count, "RIGHT", Duration.ofDays(89));
        Standing standing = counts.standing(configuration);
        assertThat(standing.certificate().audited()).isEqualTo(1);
        assertThat(standing.certificate().state()).isEqualTo(State.NOT_YET);
        assertThat(standing.window()).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void whatNobodyCouldTellIsAnError() {
        Configuration configuration = configuration(calibration(8.0, 0.6));
        long count = counts.require(configuration);
        settled(count, "CANNOT_TELL", Duration.ofDays(1));
        settled(count, "WRONG", Duration.ofDays(1));
        settled(count, "RIGHT", Duration.ofDays(1));
        Certificate certificate = counts.standing(configuration).certificate();
        assertThat(certificate.audited()).isEqualTo(3);
        assertThat(certificate.errors()).isEqualTo(2);
    }

    @Test
    void whatWaitsIsCountedApart() {
        Configuration configuration = configuration(calibration(8.0, 0.6));
        audit(counts.require(configuration), Duration.ofDays(1));
        Standing standing = counts.standing(configuration);
        assertThat(standing.waiting()).isEqualTo(1);
        assertThat(standing.certificate().audited()).isZero();
    }

    private Configuration configuration(Calibration calibration) {
        return new Configuration(settings, calibration);
    }

    /** A row as a fit would leave it. */
    private Calibration calibration(double intercept, double threshold) {
        Tuple row = (Tuple) database.createNativeQuery("""
                        INSERT INTO calibration (name, coefficients, alpha, fitted_on)
                        VALUES (:name, jsonb_build_object('intercept', CAST(:intercept AS float8),
                                'weights', CAST('{}' AS jsonb), 'threshold', CAST(:threshold AS float8)), 0.10, 'a test')
                        RETURNING version
                        """, Tuple.class)
                .setParameter("name", "of-a-test-" + UUID.randomUUID())
                .setParameter("intercept", Double.toString(intercept))
                .setParameter("threshold", Double.toString(threshold))
                .getSingleResult();
        return new Calibration(row.get("version", Integer.class), "of-a-test", intercept, Map.of(), threshold, 0.10);
    }

    private void settled(long count, String outcome, Duration ago) {
        database.createNativeQuery("UPDATE audit SET outcome = :outcome, settled_at = now() WHERE id = :id")
                .setParameter("outcome", outcome)
                .setParameter("id", audit(count, ago))
                .executeUpdate();
        counts.settle(count, !outcome.equals("RIGHT"));
    }

    private UUID audit(long count, Duration ago) {
        UUID id = UUID.randomUUID();
        Instant then = clock.instant().minus(ago);
        database.createNativeQuery("""
                        WITH thread AS (
                            INSERT INTO conversation (id, account_id, created_at, updated_at)
                            SELECT :id, id, :then, :then FROM account WHERE login = 'asker' RETURNING id),
                        answered AS (
                            INSERT INTO turn (id, conversation_id, ordinal, question, rewritten, language, outcome, message,
                                              result, created_at)
                            SELECT :id, id, 1, 'q', 'q', 'zh', 'ANSWERED', 'm', '{}', :then FROM thread RETURNING id)
                        INSERT INTO audit (id, count_id, turn_id, threshold, drawn_at)
                        SELECT :id, :count, id, 0.6, :then FROM answered
                        """)
                .setParameter("id", id)
                .setParameter("count", count)
                .setParameter("then", then)
                .executeUpdate();
        return id;
    }
}
