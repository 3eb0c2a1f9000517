package io.jiangwen.confidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calibrations that were fitted; the newest one judges. */
@ApplicationScoped
public class CalibrationStore {
    private static final String COLUMNS = """
            SELECT version, name, CAST(coefficients AS text) AS coefficients, alpha, fitted_on, basis,
                   CAST(fit AS text) AS fit, created_at
            FROM calibration
            """;

    private final EntityManager database;
    private final ObjectMapper json;

    CalibrationStore(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The column {@code coefficients}. */
    private record Column(
            double intercept,
            Map<String, Double> weights,
            @Nullable Map<String, Double> background,
            @Nullable Map<String, Double> scales,
            @Nullable Curve curve,
            double threshold) {
        Coefficients coefficients() {
            return new Coefficients(
                    intercept,
                    weights,
                    background == null ? Map.of() : background,
                    scales == null ? Map.of() : scales,
                    curve == null ? Curve.NONE : curve);
        }
    }

    /** What the calibration in force was fitted on, in words. */
    @Transactional
    public String fittedOn() {
        return newest("").getFirst().fittedOn();
    }

    /** The calibration in force. */
    @Transactional
    public Calibration current() {
        return newest("").getFirst().calibration();
    }

    /** The newest shipped calibration: what every fit begins with. */
    @Transactional
    public Calibration shipped() {
        return newest("WHERE basis IS NULL").getFirst().calibration();
    }

    /** What the newest shipped calibration was fitted on, in words. */
    @Transactional
    public String shippedFittedOn() {
        return newest("WHERE basis IS NULL").getFirst().fittedOn();
    }

    /** Puts the newest shipped calibration in force again; what was fitted since is gone. */
    @Transactional
    public void leaveFits() {
        database.createNativeQuery("DELETE FROM calibration WHERE basis IS NOT NULL")
                .executeUpdate();
    }

    /** Newest first, at most {@code most}. */
    @Transactional
    public List<CalibrationRecord> recent(int most) {
        return query("", most);
    }

    /** What the calibration in force was fitted to; empty for a shipped one. */
    @Transactional
    public Optional<FittedTo> fittedTo() {
        List<?> states = database.createNativeQuery("""
                        SELECT CAST(state AS text) FROM calibration
                        WHERE version = (SELECT max(version) FROM calibration) AND state IS NOT NULL
                        """, String.class).getResultList();
        return states.stream().findFirst().map(text -> read((String) text, FittedTo.class));
    }

    /**
     * Puts a fit in force.
     *
     * @param fittedOn in words
     * @return with its version
     */
    @Transactional
    public Calibration put(Calibration fitted, String fittedOn, Fit fit, FittedTo state) {
        database.createNativeQuery("""
                        INSERT INTO calibration (name, coefficients, alpha, fitted_on, basis, fit, state)
                        SELECT :name || '-' || (coalesce(max(version), 0) + 1), CAST(:coefficients AS jsonb), :alpha,
                               :fittedOn, :basis, CAST(:fit AS jsonb), CAST(:state AS jsonb)
                        FROM calibration
                        """)
                .setParameter("name", fitted.name())
                .setParameter("coefficients", write(column(fitted)))
                .setParameter("alpha", fitted.alpha())
                .setParameter("fittedOn", fittedOn)
                .setParameter("basis", state.basis())
                .setParameter("fit", write(fit))
                .setParameter("state", write(state))
                .executeUpdate();
        return newest("WHERE basis IS NOT NULL").getFirst().calibration();
    }

    private static Column column(Calibration calibration) {
        Coefficients fit = calibration.coefficients();
        return new Column(
                fit.intercept(), fit.weights(), fit.background(), fit.scales(), fit.curve(), calibration.threshold());
    }

    private List<CalibrationRecord> newest(String condition) {
        return query(condition, 1);
    }

    private List<CalibrationRecord> query(String condition, int most) {
        List<?> rows = database.createNativeQuery(
                        COLUMNS + condition + " ORDER BY version DESC LIMIT :most", Tuple.class)
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(row -> entry((Tuple) row)).toList();
    }

    private CalibrationRecord entry(Tuple row) {
        Column column = read(row.get("coefficients", String.class), Column.class);
        String fit = row.get("fit", String.class);
        return new CalibrationRecord(
                new Calibration(
                        row.get("version", Integer.class),
                        row.get("name", String.class),
                        column.coefficients(),
                        column.threshold(),
                        row.get("alpha", Number.class).doubleValue()),
                row.get("fitted_on", String.class),
                row.get("basis", Integer.class),
                fit == null ? null : read(fit, Fit.class),
                row.get("created_at", Instant.class));
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a calibration cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a calibration cannot be written", e);
        }
    }
}
