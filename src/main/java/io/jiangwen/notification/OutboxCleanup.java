package io.jiangwen.notification;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;

/** Keeps the outbox, and what became of it, from growing for ever. */
@ApplicationScoped
class OutboxCleanup {
    private final OutboxReader outbox;
    private final DeliveryLedger deliveries;
    private final NotificationConfig config;
    private final Clock clock;

    OutboxCleanup(OutboxReader outbox, DeliveryLedger deliveries, NotificationConfig config, Clock clock) {
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "outbox-cleanup",
            every = "6h",
            delayed = "1m",
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void clean() {
        int forgotten = outbox.forgetOld();
        if (forgotten > 0) Log.infof("%s old live events were forgotten", forgotten);
        int done = deliveries.forget(
                OffsetDateTime.now(clock).minus(config.delivery().keep()));
        if (done > 0) Log.infof("%s old deliveries were forgotten", done);
    }
}
