package io.jiangwen.notification;

import io.jiangwen.account.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The work of the delivery workers, shared by all nodes. A try is written down before it begins, and its end after it: one
 * that was cut off in between is made again when its lease is over, with the same id.
 */
@ApplicationScoped
class Deliveries {
    /** Key of the advisory lock: "jwclaims" in ASCII. One claim at a time, so that rates hold across nodes. */
    private static final long LOCK = 0x6a77636c61696d73L;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Statements database;
    private final DeliveryConfig config;
    private final Clock clock;

    Deliveries(Statements database, NotificationConfig config, Clock clock) {
        this.database = database;
        this.config = config.delivery();
        this.clock = clock;
    }

    /** A new delivery, unless this recipient has it already. */
    record Draft(Channel channel, Recipient recipient, OffsetDateTime due) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void add(OutboxEvent event, Draft draft) {
        insert(event, event.seq(), draft);
    }

    /** A delivery that no event has caused. */
    @Transactional
    UUID addTrial(OutboxEvent event, Draft draft) {
        return insert(event, null, draft);
    }

    private UUID insert(OutboxEvent event, @Nullable Long seq, Draft draft) {
        UUID id = UUID.randomUUID();
        Recipient to = draft.recipient();
        database.update(
                """
                INSERT INTO delivery (id, event_seq, target, channel, outlet_id, account_id, visitor_id,
                    type, subject, data, at, due_at, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?, ?)
                ON CONFLICT ON CONSTRAINT delivery_once_uq DO NOTHING
                """,
                id,
                seq,
                draft.channel() + " " + to.kind() + ":" + to.id(),
                draft.channel().name(),
                to instanceof Recipient.OutletId outlet ? outlet.id() : null,
                to instanceof Recipient.AccountId account ? account.id() : null,
                to instanceof Recipient.VisitorId visitor ? visitor.id() : null,
                event.type(),
                event.subject(),
                event.data(),
                event.at(),
                draft.due(),
                now());
        return id;
    }

    /**
     * Begins a try of the delivery that has been due longest: it is this worker's until its lease is over. An outlet has
     * one try at a time, and a robot not more in any minute than its platform takes.
     */
    @Transactional
    Optional<Delivery> claim() {
        OffsetDateTime now = now();
        database.first("SELECT pg_advisory_xact_lock(?)", row -> true, LOCK);
        Optional<Delivery> claimed = database.first(
                """
                UPDATE delivery SET attempts = attempts + 1, lease_until = ?
                WHERE id = (
                    SELECT d.id FROM delivery d
                    WHERE d.state = 'WAITING' AND d.due_at <= ? AND (d.lease_until IS NULL OR d.lease_until <= ?)
                      AND (d.outlet_id IS NULL OR NOT EXISTS (
                          SELECT 1 FROM delivery o WHERE o.outlet_id = d.outlet_id AND o.state = 'WAITING' AND o.lease_until > ?))
                      AND (d.channel = 'WEBHOOK' OR d.outlet_id IS NULL OR ? > (
                          SELECT count(*) FROM delivery_attempt a JOIN delivery o ON o.id = a.delivery_id
                          WHERE o.outlet_id = d.outlet_id AND a.started_at > ?))
                    ORDER BY d.due_at, d.seq LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING id, event_seq, channel, outlet_id, account_id, visitor_id, type, subject, data, at, attempts, forgiven
                """,
                Deliveries::read,
                now.plus(config.lease()),
                now,
                now,
                now,
                config.robotPerMinute(),
                now.minus(MINUTE));
        claimed.ifPresent(delivery -> database.update(
                "INSERT INTO delivery_attempt (delivery_id, number, started_at) VALUES (?, ?, ?)",
                delivery.id(),
                delivery.attempts(),
                now));
        return claimed;
    }

    /** The try has come to its end, and with it the delivery. */
    @Transactional
    void done(Delivery delivery, Receipt receipt, DeliveryState state) {
        end(delivery, receipt);
        database.update("""
                UPDATE delivery SET state = ?, done_at = ?, lease_until = NULL
                WHERE id = ? AND state <> 'SENT' AND (? = 'SENT' OR attempts = ?)
                """, state.name(), now(), delivery.id(), state.name(), delivery.attempts());
    }

    /** The try was in vain; the next one is made after a while. */
    @Transactional
    void later(Delivery delivery, Receipt receipt, Duration wait) {
        end(delivery, receipt);
        database.update(
                "UPDATE delivery SET due_at = ?, lease_until = NULL WHERE id = ? AND state = 'WAITING' AND attempts = ?",
                now().plus(wait),
                delivery.id(),
                delivery.attempts());
    }

    private void end(Delivery delivery, Receipt receipt) {
        database.update(
                "UPDATE delivery_attempt SET ended_at = ?, outcome = ?, detail = ? WHERE delivery_id = ? AND number = ?",
                now(),
                receipt.outcome(),
                receipt.detail(),
                delivery.id(),
                delivery.attempts());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    private static Delivery read(ResultSet row) throws SQLException {
        long seq = row.getLong("event_seq");
        OutboxEvent event = new OutboxEvent(
                row.wasNull() ? OutboxEvent.NONE : seq,
                row.getObject("at", OffsetDateTime.class),
                row.getString("type"),
                row.getString("subject"),
                row.getString("data"));
        return new Delivery(
                row.getObject("id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                recipient(row),
                event,
                row.getInt("attempts"),
                row.getInt("forgiven"));
    }

    static Recipient recipient(ResultSet row) throws SQLException {
        UUID outlet = row.getObject("outlet_id", UUID.class);
        if (outlet != null) return new Recipient.OutletId(outlet);
        UUID account = row.getObject("account_id", UUID.class);
        if (account != null) return new Recipient.AccountId(account);
        return new Recipient.VisitorId(row.getObject("visitor_id", UUID.class));
    }
}
