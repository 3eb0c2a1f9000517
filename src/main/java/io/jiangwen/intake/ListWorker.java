package io.jiangwen.intake;

import io.jiangwen.account.Enterprise;
import io.jiangwen.account.Enterprises;
import io.jiangwen.account.Spokesmen;
import io.jiangwen.conversation.Errands;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Asks the rows that wait, one after the other, as any asker would ask them. */
@ApplicationScoped
class ListWorker {
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofSeconds(5);

    private final WaitingRows rows;
    private final Enterprises enterprises;
    private final Spokesmen spokesmen;
    private final Errands errands;
    private final IntakeConfig config;

    ListWorker(WaitingRows rows, Enterprises enterprises, Spokesmen spokesmen, Errands errands, IntakeConfig config) {
        this.rows = rows;
        this.enterprises = enterprises;
        this.spokesmen = spokesmen;
        this.errands = errands;
        this.config = config;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void work() {
        boolean more = true;
        while (more) more = step();
    }

    /** Takes the next row; false when there is none. */
    boolean step() {
        Optional<WaitingRows.Taken> next = rows.take(config.lease());
        next.ifPresent(this::ask);
        return next.isPresent();
    }

    private void ask(WaitingRows.Taken row) {
        // A row that ends the process each time must not do so for ever.
        if (row.attempts() > config.mostAttempts()) {
            rows.failed(row);
            return;
        }
        try {
            Enterprise enterprise = enterprises.find(row.enterprise()).orElseThrow();
            rows.asked(row, errands.ask(spokesmen.speaking(row.asker(), enterprise), row.thread(), row.question()));
        } catch (RuntimeException e) {
            // One bad row must not stop the others.
            Log.errorf(e, "Problem list %s: row %s failed at attempt %s", row.list(), row.number(), row.attempts());
            if (row.attempts() < config.mostAttempts()) rows.postpone(row, BEFORE_THE_NEXT_TRY);
            else rows.failed(row);
        }
    }
}
