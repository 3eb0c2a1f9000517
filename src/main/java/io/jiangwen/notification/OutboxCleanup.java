package io.jiangwen.notification;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the outbox from growing for ever. */
@ApplicationScoped
class OutboxCleanup {
    private final OutboxReader outbox;

    OutboxCleanup(OutboxReader outbox) {
        this.outbox = outbox;
    }

    @Scheduled(
            identity = "outbox-cleanup",
            every = "6h",
            delayed = "1m",
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void clean() {
        int forgotten = outbox.forgetOld();
        if (forgotten > 0) Log.infof("%s old live events were forgotten", forgotten);
    }
}
