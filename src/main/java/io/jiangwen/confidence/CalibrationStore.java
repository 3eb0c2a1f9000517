package io.jiangwen.confidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Map;

/** The calibrations that were fitted; the newest one judges. */
@ApplicationScoped
public class CalibrationStore {
    private final EntityManager database;
    private final ObjectMapper json;

    CalibrationStore(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    private record Coefficients(double intercept, Map<String, Double> weights, double threshold) {}

    /** What the calibration in force was fitted on, in words. */
    @Transactional
    public String fittedOn() {
        return (String) database.createNativeQuery("SELECT fitted_on FROM calibration ORDER BY version DESC LIMIT 1")
                .getSingleResult();
    }

    /** The calibration in force. */
    @Transactional
    public Calibration current() {
        Tuple row = (Tuple) database.createNativeQuery("""
                SELECT version, name, CAST(coefficients AS text) AS coefficients, alpha
                FROM calibration ORDER BY version DESC LIMIT 1
                """, Tuple.class).getSingleResult();
        try {
            Coefficients fit = json.readValue(row.get("coefficients", String.class), Coefficients.class);
            return new Calibration(
                    row.get("version", Integer.class),
                    row.get("name", String.class),
                    fit.intercept(),
                    fit.weights(),
                    fit.threshold(),
                    row.get("alpha", Number.class).doubleValue());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the newest calibration cannot be read", e);
        }
    }
}
