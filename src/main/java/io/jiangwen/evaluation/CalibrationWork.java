package io.jiangwen.evaluation;

import io.jiangwen.problem.Problem;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Fits what can be fitted to the published knowledge, one part after the other, behind whoever asked for it: he may go
 * away. Later parts are fitted to what the earlier ones put in force.
 */
@ApplicationScoped
class CalibrationWork {
    private static final List<String> ORDER = List.of(RankingRefit.PART, "confidence");

    private final List<Refit> refits;
    private final CalibrationRuns runs;

    CalibrationWork(@All List<Refit> refits, CalibrationRuns runs) {
        this.refits = refits.stream()
                .sorted(Comparator.comparingInt(refit -> place(refit.part())))
                .toList();
        this.runs = runs;
    }

    private static int place(String part) {
        int place = ORDER.indexOf(part);
        return place < 0 ? ORDER.size() : place;
    }

    /**
     * Starts a fit and returns at once.
     *
     * @param part its name, or {@value CalibrationRuns#ALL}
     * @throws Problem.Invalid {@code unknown-part}
     * @throws Problem.Conflict {@code calibration-running} when one runs already
     */
    @SuppressWarnings("MustBeClosedChecker") // closed by the thread that does the work
    UUID start(String part) throws SQLException {
        List<Refit> wanted = refits.stream()
                .filter(refit -> part.equals(CalibrationRuns.ALL) || part.equals(refit.part()))
                .toList();
        if (wanted.isEmpty())
            throw new Problem.Invalid(
                    "unknown-part",
                    "The part is one of " + refits.stream().map(Refit::part).toList() + ", or " + CalibrationRuns.ALL
                            + ".");
        CalibrationRuns.Running running = runs.start(part);
        Thread.ofPlatform().daemon().name("calibration").start(() -> work(wanted, running));
        return running.id();
    }

    private static void work(List<Refit> wanted, CalibrationRuns.Running running) {
        List<Refitted> results = new ArrayList<>();
        try (running) {
            try {
                for (Refit refit : wanted) {
                    Refitted result = refit.run();
                    results.add(result);
                    running.record(CalibrationRun.State.RUNNING, results, null);
                    Log.infof("Fitted %s: %s", result.part(), result.reason());
                }
                running.record(CalibrationRun.State.DONE, results, null);
            } catch (RuntimeException e) {
                Log.errorf(e, "The fit %s failed", running.id());
                running.record(
                        CalibrationRun.State.FAILED, results, "The fit failed; the log of the service says why.");
            }
        } catch (SQLException e) {
            Log.errorf(e, "What became of the fit %s could not be written down", running.id());
        }
    }
}
