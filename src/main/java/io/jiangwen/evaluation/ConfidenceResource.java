package io.jiangwen.evaluation;

import io.jiangwen.account.Role;
import io.jiangwen.confidence.CalibrationRecord;
import io.jiangwen.confidence.CalibrationStore;
import io.jiangwen.confidence.Fit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What probabilities come from: the calibrations with their sizes and reliability curves, for those who answer for them. */
@Path("/api/v1/confidence/calibrations")
class ConfidenceResource {
    private static final int MOST = 50;

    private final CalibrationStore calibrations;

    ConfidenceResource(CalibrationStore calibrations) {
        this.calibrations = calibrations;
    }

    record Calibrations(List<Item> items, @Nullable String next) {}

    /**
     * A calibration.
     *
     * @param inForce whether it judges now
     * @param fittedOn in words
     * @param basis version of the shipped one it was adapted from; null for a shipped one
     * @param fit how it did on questions that were made of the knowledge; null for a shipped one
     */
    record Item(
            int version,
            String name,
            boolean inForce,
            double alpha,
            double threshold,
            String fittedOn,
            @Nullable Integer basis,
            @Nullable Fit fit,
            Instant createdAt) {
        static Item of(CalibrationRecord entry, int inForce) {
            return new Item(
                    entry.calibration().version(),
                    entry.calibration().name(),
                    entry.calibration().version() == inForce,
                    entry.calibration().alpha(),
                    entry.calibration().threshold(),
                    entry.fittedOn(),
                    entry.basis(),
                    entry.fit(),
                    entry.createdAt());
        }
    }

    /** The newest 50, newest first. */
    @GET
    @RolesAllowed({Role.Name.CURATOR, Role.Name.ADMINISTRATOR, Role.Name.OPERATOR})
    public Calibrations list() {
        List<CalibrationRecord> recent = calibrations.recent(MOST);
        int inForce = recent.getFirst().calibration().version();
        return new Calibrations(
                recent.stream().map(entry -> Item.of(entry, inForce)).toList(), null);
    }
}
