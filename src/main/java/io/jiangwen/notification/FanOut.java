package io.jiangwen.notification;

import io.jiangwen.account.Statements;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/**
 * Turns what stands in the outbox into deliveries, each event once and in order. Every node tries; the one that has the
 * cursor does it.
 */
@ApplicationScoped
class FanOut {
    private static final int AT_ONCE = 200;

    private final NotificationConfig config;
    private final Statements database;
    private final Addressing addressing;

    FanOut(NotificationConfig config, Statements database, Addressing addressing) {
        this.config = config;
        this.database = database;
        this.addressing = addressing;
    }

    /** An event and whom it is for. */
    record Told(OutboxEvent event, Set<String> audience) {}

    @Scheduled(
            identity = "deliveries-fan-out",
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        if (!config.enabled()) return;
        int turned;
        do turned = QuarkusTransaction.requiringNew().call(this::turn);
        while (turned == AT_ONCE);
    }

    /** How many events were turned; 0 also while another node is at it. */
    private int turn() {
        return database.first("SELECT seq FROM delivery_cursor FOR UPDATE SKIP LOCKED", row -> row.getLong("seq"))
                .map(this::turnAfter)
                .orElse(0);
    }

    private int turnAfter(long cursor) {
        List<Told> events = database.list(
                """
                SELECT seq, at, type, subject, data, audience FROM outbox_event WHERE seq > ? ORDER BY seq LIMIT ?
                """,
                row -> new Told(
                        new OutboxEvent(
                                row.getLong("seq"),
                                row.getObject("at", OffsetDateTime.class),
                                row.getString("type"),
                                row.getString("subject"),
                                row.getString("data")),
                        Set.copyOf(Statements.strings(row.getArray("audience")))),
                cursor,
                AT_ONCE);
        events.forEach(told -> addressing.address(told.event(), told.audience()));
        if (!events.isEmpty())
            database.update(
                    "UPDATE delivery_cursor SET seq = ?",
                    events.getLast().event().seq());
        return events.size();
    }
}
