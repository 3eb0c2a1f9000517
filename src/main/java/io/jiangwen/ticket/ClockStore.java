package io.jiangwen.ticket;

import io.jiangwen.account.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of table {@code ticket_clock}; the lock of the ticket is theirs too. */
@ApplicationScoped
class ClockStore {
    private static final long NANOS_PER_MICRO = 1_000;

    private final Statements database;

    ClockStore(Statements database) {
        this.database = database;
    }

    /** Every clock that ever ran. */
    Map<ClockKind, TicketClock> of(UUID ticket) {
        Map<ClockKind, TicketClock> clocks = new EnumMap<>(ClockKind.class);
        database.list("""
                        SELECT clock, allowed_s, warn_before_s, used_us, running_since, stopped_at, warned_at, breached_at
                        FROM ticket_clock WHERE ticket_id = ?
                        """, ClockStore::read, ticket).forEach(clock -> clocks.put(clock.kind(), clock));
        return clocks;
    }

    void write(UUID ticket, TicketClock clock, WorkingCalendar calendar) {
        database.update(
                """
                INSERT INTO ticket_clock (ticket_id, clock, allowed_s, warn_before_s, used_us, running_since, stopped_at,
                                          warned_at, breached_at, due_at, acts_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT ON CONSTRAINT ticket_clock_pk DO UPDATE SET
                    allowed_s = excluded.allowed_s, warn_before_s = excluded.warn_before_s, used_us = excluded.used_us,
                    running_since = excluded.running_since, stopped_at = excluded.stopped_at,
                    warned_at = excluded.warned_at, breached_at = excluded.breached_at, due_at = excluded.due_at,
                    acts_at = excluded.acts_at
                """,
                ticket,
                clock.kind().name(),
                clock.allowance().within().toSeconds(),
                clock.allowance().warnBefore().toSeconds(),
                clock.used().toNanos() / NANOS_PER_MICRO,
                clock.since(),
                clock.stoppedAt(),
                clock.warnedAt(),
                clock.breachedAt(),
                clock.due(calendar),
                clock.acts(calendar));
    }

    /** Tickets with a clock that has to be looked at by now, the longest waiting first. */
    List<UUID> acting(OffsetDateTime now, int limit) {
        return database.list("""
                SELECT ticket_id FROM ticket_clock WHERE acts_at <= ?
                GROUP BY ticket_id ORDER BY min(acts_at), ticket_id LIMIT ?
                """, row -> row.getObject("ticket_id", UUID.class), now, limit);
    }

    private static TicketClock read(ResultSet row) throws SQLException {
        return new TicketClock(
                ClockKind.valueOf(row.getString("clock")),
                Allowance.seconds(row.getLong("allowed_s"), row.getLong("warn_before_s")),
                Duration.of(row.getLong("used_us"), ChronoUnit.MICROS),
                row.getObject("running_since", OffsetDateTime.class),
                row.getObject("stopped_at", OffsetDateTime.class),
                row.getObject("warned_at", OffsetDateTime.class),
                row.getObject("breached_at", OffsetDateTime.class));
    }
}
