package io.jiangwen.evaluation;

import io.jiangwen.confidence.CalibrationStore;
import io.jiangwen.confidence.FittedTo;
import io.quarkus.arc.Unremovable;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Fits the calibration to the running service's knowledge: on demand, and by itself when enough has changed. */
@Unremovable
@ApplicationScoped
class ConfidenceRefit implements Refit {
    /** What a fit may take; questions that are not asked by then are left out. */
    private static final Duration ASKING = Duration.ofMinutes(5);

    /** Longer than any fit, so that two nodes never fit at once. */
    private static final Duration LEASE = ASKING.plusMinutes(5);

    /** With less knowledge nothing is known of it that the shipped calibration does not assume. */
    private static final long LEAST_PASSAGES = 50;

    private final SelfCalibration self;
    private final CalibrationStore calibrations;
    private final RefitLease lease;
    private final Clock clock;

    ConfidenceRefit(SelfCalibration self, CalibrationStore calibrations, RefitLease lease, Clock clock) {
        this.self = self;
        this.calibrations = calibrations;
        this.lease = lease;
        this.clock = clock;
    }

    @Override
    public String part() {
        return "confidence";
    }

    @Override
    public Refitted run() {
        try {
            if (self.now().passages() < LEAST_PASSAGES)
                return kept("there are fewer than " + LEAST_PASSAGES + " public passages");
            if (!lease.take(LEASE)) return kept("another fit is under way");
            try {
                return fit();
            } finally {
                lease.giveBack();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the calibration could not be fitted", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return kept("the service is stopping");
        }
    }

    /** Fits where the knowledge, its models, the ranking or the verdicts have changed enough; cheap where they have not. */
    void runWhereChanged() throws SQLException {
        FittedTo now = self.now();
        if (now.passages() < LEAST_PASSAGES) return;
        Optional<FittedTo> before = calibrations.fittedTo();
        if (before.isEmpty() || before.get().differsEnoughFrom(now)) Log.infof("Confidence: %s", run().reason());
    }

    private Refitted fit() throws SQLException, InterruptedException {
        try (ExecutorService one = Executors.newSingleThreadExecutor()) {
            SelfCalibration.Fitted fitted =
                    self.fit(new SelfExamination.Pace(one, clock.instant().plus(ASKING), Progress.NONE));
            return new Refitted(
                    part(),
                    fitted.calibration().name(),
                    "adapted to " + self.now().passages() + " passages by "
                            + fitted.fit().questions() + " questions made of them",
                    Map.of(
                            "questions",
                            (double) fitted.fit().questions(),
                            "hidden",
                            (double) fitted.fit().hidden(),
                            "verdicts",
                            (double) fitted.fit().verdicts(),
                            "AUROC",
                            fitted.fit().auroc(),
                            "ECE",
                            fitted.fit().error()));
        }
    }

    private Refitted kept(String reason) {
        return new Refitted(part(), null, "kept as it was: " + reason, Map.of());
    }
}
