package io.jiangwen.ticket;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Looks for clocks that warn or whose time is over. Several nodes may do so at the same time. */
@ApplicationScoped
class ClockWatch {
    private static final int AT_ONCE = 200;

    private final ClockStore store;
    private final Breaches breaches;
    private final TicketTimes times;

    ClockWatch(ClockStore store, Breaches breaches, TicketTimes times) {
        this.store = store;
        this.breaches = breaches;
        this.times = times;
    }

    /** Up to 200 tickets a run; the next run takes the rest. One that fails does not keep the others waiting. */
    @Scheduled(
            identity = "ticket-clocks",
            every = "15s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        for (UUID id : store.acting(times.now(), AT_ONCE)) {
            try {
                breaches.look(id);
            } catch (IllegalStateException e) {
                Log.errorf(e, "The clocks of ticket %s cannot be looked at", id);
            }
        }
    }
}
