package io.jiangwen.notification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.jiangwen.account.Statements;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of deliveries, for those who look after them. */
@ApplicationScoped
class DeliveryLedger {
    private static final String COLUMNS = """
            SELECT d.id, d.seq, d.channel, d.outlet_id, d.account_id, d.visitor_id, d.type, d.subject, d.at, d.state,
                   d.attempts, d.due_at, d.done_at,
                   (SELECT a.detail FROM delivery_attempt a
                    WHERE a.delivery_id = d.id AND a.detail IS NOT NULL ORDER BY a.number DESC LIMIT 1) AS detail
            FROM delivery d
            """;

    private final Statements database;
    private final Clock clock;

    DeliveryLedger(Statements database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A delivery as it is shown; never the address.
     *
     * @param recipient such as {@code outlet:ID}
     * @param detail of the last try that came to an end
     */
    record Entry(
            UUID id,
            @JsonIgnore long seq,
            Channel channel,
            String recipient,
            String type,
            String subject,
            OffsetDateTime at,
            DeliveryState state,
            int attempts,
            @Nullable OffsetDateTime dueAt,
            @Nullable OffsetDateTime doneAt,
            @Nullable String detail) {}

    /** @param outcome null for one that is on its way, or was cut off */
    record Attempt(
            int number,
            OffsetDateTime startedAt,
            @Nullable OffsetDateTime endedAt,
            @Nullable String outcome,
            @Nullable String detail) {}

    /**
     * The newest first.
     *
     * @param before only those with a smaller number
     */
    @Transactional
    List<Entry> list(@Nullable DeliveryState state, long before, int limit) {
        String name = state == null ? null : state.name();
        return database.list(
                COLUMNS + " WHERE (CAST(? AS text) IS NULL OR d.state = ?) AND d.seq < ? ORDER BY d.seq DESC LIMIT ?",
                DeliveryLedger::read,
                name,
                name,
                before,
                limit);
    }

    @Transactional
    Entry require(UUID id) {
        return database.first(COLUMNS + " WHERE d.id = ?", DeliveryLedger::read, id)
                .orElseThrow(() -> new Problem.NotFound("delivery"));
    }

    @Transactional
    List<Attempt> attempts(UUID id) {
        return database.list(
                """
                SELECT number, started_at, ended_at, outcome, detail FROM delivery_attempt
                WHERE delivery_id = ? ORDER BY number
                """,
                row -> new Attempt(
                        row.getInt("number"),
                        row.getObject("started_at", OffsetDateTime.class),
                        row.getObject("ended_at", OffsetDateTime.class),
                        row.getString("outcome"),
                        row.getString("detail")),
                id);
    }

    /**
     * Has a dead delivery tried again, as often as a new one and with the same id.
     *
     * @throws Problem.Conflict {@code delivery-not-dead}
     */
    @Transactional
    void revive(UUID id) {
        int revived = database.update("""
                UPDATE delivery SET state = 'WAITING', done_at = NULL, lease_until = NULL, forgiven = attempts, due_at = ?
                WHERE id = ? AND state = 'DEAD'
                """, OffsetDateTime.now(clock), id);
        if (revived == 0) {
            throw new Problem.Conflict(
                    "delivery-not-dead",
                    "Only a delivery that was given up can be tried again; this one is "
                            + require(id).state() + ".");
        }
    }

    /** Forgets deliveries that were done before then; returns how many. */
    @Transactional
    int forget(OffsetDateTime before) {
        return database.update("DELETE FROM delivery WHERE state <> 'WAITING' AND done_at < ?", before);
    }

    private static Entry read(ResultSet row) throws SQLException {
        Recipient recipient = Deliveries.recipient(row);
        DeliveryState state = DeliveryState.valueOf(row.getString("state"));
        return new Entry(
                row.getObject("id", UUID.class),
                row.getLong("seq"),
                Channel.valueOf(row.getString("channel")),
                recipient.kind() + ":" + recipient.id(),
                row.getString("type"),
                row.getString("subject"),
                row.getObject("at", OffsetDateTime.class),
                state,
                row.getInt("attempts"),
                state == DeliveryState.WAITING ? row.getObject("due_at", OffsetDateTime.class) : null,
                row.getObject("done_at", OffsetDateTime.class),
                row.getString("detail"));
    }
}
