package io.jiangwen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiangwen.confidence.Calibration;
import io.jiangwen.confidence.CalibrationStore;
import io.jiangwen.confidence.JudgedSignals;
import io.jiangwen.confidence.Signals;
import io.jiangwen.confidence.VerdictStore;
import io.jiangwen.testsupport.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fits the calibration to the starter knowledge base, as the service does in the background. */
@QuarkusTest
class ConfidenceRefitIT {
    private final ConfidenceRefit refit;
    private final RefitLease lease;
    private final CalibrationStore calibrations;
    private final VerdictStore verdicts;
    private final Callers callers;
    private final DataSource database;

    ConfidenceRefitIT(
            ConfidenceRefit refit,
            RefitLease lease,
            CalibrationStore calibrations,
            VerdictStore verdicts,
            Callers callers,
            DataSource database) {
        this.refit = refit;
        this.lease = lease;
        this.calibrations = calibrations;
        this.verdicts = verdicts;
        this.callers = callers;
        this.database = database;
    }

    @BeforeEach
    void knowledge() throws SQLException {
        callers.awaitKnowledge();
        shippedAgain();
    }

    /** Others expect what is shipped; what they said of answers is not wanted here. */
    @AfterEach
    void shippedAgain() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM judged_signals");
            statement.execute("DELETE FROM calibration WHERE name LIKE 'self-%'");
            statement.execute("UPDATE calibration_lease SET leased_until = '-infinity'");
        }
    }

    @Test
    void fitsOnceAndThenOnlyWhenEnoughHasChanged() throws SQLException {
        Calibration shipped = calibrations.shipped();
        Calibration starter = calibrations.current();
        assertThat(starter.name()).isEqualTo("starter-2");
        refit.runWhereChanged();
        assertThat(calibrations.current()).as("judges the starter knowledge").isEqualTo(starter);

        refit.run();
        Calibration fitted = calibrations.current();
        assertThat(fitted.version()).isGreaterThan(starter.version());
        assertThat(fitted.name()).startsWith("self-");
        assertThat(fitted.coefficients().background())
                .isNotEqualTo(shipped.coefficients().background());
        assertThat(calibrations.shipped()).isEqualTo(shipped);

        refit.runWhereChanged();
        assertThat(calibrations.current()).isEqualTo(fitted);

        JsonPath list = callers.as("curator").read("/confidence/calibrations");
        assertThat(list.getBoolean("items[0].inForce")).isTrue();
        assertThat(list.getInt("items[0].basis")).isEqualTo(shipped.version());
        assertThat(list.getDouble("items[0].fit.auroc")).isGreaterThan(0.8);
        assertThat(list.getInt("items[0].fit.hidden")).isGreaterThan(50);
        assertThat(list.getList("items[0].fit.reliability.bins")).hasSizeGreaterThan(2);
        assertThat(list.getString("items[1].name")).isEqualTo(starter.name());

        // Enough verdicts ask for another fit, which believes them.
        Signals signals = new Signals(Map.of("score", 0.5, "above", 0.2, "narrow", 0.6, "outlier", 4.0));
        for (int i = 0; i < 100; i++)
            verdicts.put("turn-" + i, new JudgedSignals(signals, false, JudgedSignals.Origin.AUDIT), shipped.version());
        refit.runWhereChanged();
        Calibration taught = calibrations.current();
        assertThat(taught.version()).isGreaterThan(fitted.version());
        assertThat(taught.probability(signals)).isLessThan(fitted.probability(signals));
    }

    @Test
    void leavesItToTheNodeThatHoldsTheLease() throws SQLException {
        int before = calibrations.current().version();
        assertThat(lease.take(Duration.ofMinutes(1))).isTrue();
        assertThat(lease.take(Duration.ofMinutes(1))).isFalse();
        Refitted refused = refit.run();
        assertThat(refused.version()).isNull();
        assertThat(refused.reason()).contains("another fit");
        assertThat(calibrations.current().version()).isEqualTo(before);
        lease.giveBack();
        assertThat(lease.take(Duration.ofMillis(-1))).isTrue();
        assertThat(lease.take(Duration.ofMinutes(1)))
                .as("a killed node's lease is over by the clock")
                .isTrue();
    }

    @Test
    void remembersTheLastVerdictAboutATurnAndOnlyWhatPeopleSaid() {
        int basis = calibrations.shipped().version();
        Signals signals = new Signals(Map.of("score", 0.5));
        verdicts.put("turn-1", new JudgedSignals(signals, true, JudgedSignals.Origin.ASKER), basis);
        verdicts.put("turn-1", new JudgedSignals(signals, false, JudgedSignals.Origin.ASKER), basis);
        verdicts.put("turn-1", new JudgedSignals(signals, false, JudgedSignals.Origin.AUDIT), basis);
        assertThat(verdicts.of(basis))
                .containsExactlyInAnyOrder(
                        new JudgedSignals(signals, false, JudgedSignals.Origin.ASKER),
                        new JudgedSignals(signals, false, JudgedSignals.Origin.AUDIT));
        assertThat(verdicts.count(basis)).isEqualTo(2);
        assertThat(verdicts.count(basis - 1)).isZero();
        assertThatThrownBy(() ->
                        verdicts.put("turn-2", new JudgedSignals(signals, true, JudgedSignals.Origin.PSEUDO), basis))
                .hasStackTraceContaining("nobody said so");
    }
}
