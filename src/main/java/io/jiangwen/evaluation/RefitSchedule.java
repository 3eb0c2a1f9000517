package io.jiangwen.evaluation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Looks now and then whether the calibration still belongs to the knowledge. */
@ApplicationScoped
class RefitSchedule {
    private final ConfidenceRefit refit;

    RefitSchedule(ConfidenceRefit refit) {
        this.refit = refit;
    }

    /** Three queries where nothing changed. Not before the first load has come to its end. */
    @Scheduled(
            every = "${jiangwen.evaluation.refit-check:10m}",
            delayed = "15m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() throws SQLException {
        refit.runWhereChanged();
    }
}
