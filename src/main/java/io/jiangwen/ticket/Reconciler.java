package io.jiangwen.ticket;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Finds tickets that nobody would ever come back to, and repairs them: what no move leaves behind may still come from a
 * restored backup, a craftsman who left, or a hand in the database. Several nodes may do so at the same time. Counted as
 * {@code jiangwen.tickets.repaired}, by what was wrong.
 */
@ApplicationScoped
class Reconciler {
    private static final int AT_ONCE = 200;

    private final TicketStore store;
    private final Repairs repairs;
    private final MeterRegistry meters;

    Reconciler(TicketStore store, Repairs repairs, MeterRegistry meters) {
        this.store = store;
        this.repairs = repairs;
        this.meters = meters;
    }

    /** Up to 200 tickets a run. One that fails does not keep the others waiting. */
    @Scheduled(
            identity = "tickets-reconciler",
            every = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        for (UUID id : store.orphans(AT_ONCE)) {
            try {
                repairs.repair(id).ifPresent(what -> {
                    meters.counter("jiangwen.tickets.repaired", "what", what.label())
                            .increment();
                    Log.warnf("Ticket %s was repaired: %s", id, what.label());
                });
            } catch (IllegalStateException e) {
                Log.errorf(e, "Ticket %s cannot be repaired", id);
            }
        }
    }
}
