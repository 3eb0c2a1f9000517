package io.jiangwen.ticket;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Looks for tickets whose time has come. Several nodes may do so at the same time. */
@ApplicationScoped
class DueTickets {
    private static final int AT_ONCE = 200;

    private final TicketStore store;
    private final SystemMoves moves;
    private final TicketTimes times;

    DueTickets(TicketStore store, SystemMoves moves, TicketTimes times) {
        this.store = store;
        this.moves = moves;
        this.times = times;
    }

    /** Up to 200 tickets a run; the next run takes the rest. One that fails does not keep the others waiting. */
    @Scheduled(
            identity = "tickets-due",
            every = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        int moved = 0;
        for (UUID id : store.due(times.now(), AT_ONCE)) {
            try {
                if (moves.move(id)) moved++;
            } catch (IllegalStateException e) {
                Log.errorf(e, "Ticket %s is due and cannot be moved", id);
            }
        }
        if (moved > 0) Log.infof("%s tickets moved because their time had come", moved);
    }
}
