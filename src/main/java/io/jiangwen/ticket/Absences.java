package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.account.Role;
import io.jiangwen.account.Statements;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When craftsmen are not at work. Each says so for himself, dispatchers for the craftsmen of their region. What an absent
 * craftsman has claimed goes back to everybody when his absence begins; a claim he makes all the same is his.
 */
@ApplicationScoped
class Absences {
    /** Over {@code account a}, the craftsman; takes {@link #sight}. */
    private static final String SIGHT = """
             ((? AND a.id = ?) OR ?
              OR (? AND (CAST(? AS text) IS NULL OR a.region IS NULL OR a.region = ?)))
            """;

    private final Statements database;
    private final TicketTimes times;

    Absences(Statements database, TicketTimes times) {
        this.database = database;
        this.times = times;
    }

    /** @param until the moment he is back */
    record Absence(
            UUID id,
            UUID craftsman,
            String name,
            OffsetDateTime from,
            OffsetDateTime until,
            @Nullable String note) {
        /** @throws Problem.Invalid {@code invalid-period} */
        Absence {
            if (!from.isBefore(until))
                throw new Problem.Invalid("invalid-period", "An absence ends after it has begun.");
        }
    }

    /** Everybody who is absent at this moment. */
    Set<UUID> at(OffsetDateTime now) {
        return new TreeSet<>(database.list(
                "SELECT account_id FROM craftsman_absence WHERE from_at <= ? AND until_at > ?",
                row -> row.getObject("account_id", UUID.class),
                now,
                now));
    }

    /** Whether somebody was reported absent, for this moment, after he got what he holds. */
    boolean hasLeftSince(@Nullable UUID craftsman, OffsetDateTime held, OffsetDateTime now) {
        return database.first("""
                        SELECT 1 FROM craftsman_absence
                        WHERE account_id = ? AND from_at <= ? AND until_at > ? AND greatest(from_at, created_at) > ?
                        """, row -> true, craftsman, now, now, held).isPresent();
    }

    /** Those that are not over yet: a craftsman's own, a dispatcher's region's, all for an administrator. */
    @Transactional
    List<Absence> list(Caller caller) {
        return database.list("""
                SELECT b.id, b.account_id, a.display_name, b.from_at, b.until_at, b.note
                FROM craftsman_absence b JOIN account a ON a.id = b.account_id
                WHERE b.until_at > ? AND
                """ + SIGHT + " ORDER BY b.from_at, b.id", Absences::read, sight(caller, times.now()));
    }

    /** @throws Problem.Invalid {@code no-such-craftsman} for anybody whose absence is not the caller's to report */
    @Transactional
    Absence report(Caller caller, Absence absence) {
        String name = database.first(
                        "SELECT a.display_name FROM account a WHERE a.id = ? AND a.role = 'CRAFTSMAN' AND NOT a.disabled AND"
                                + SIGHT,
                        row -> row.getString("display_name"),
                        sight(caller, absence.craftsman()))
                .orElseThrow(() -> new Problem.Invalid("no-such-craftsman", "Name a craftsman of your region."));
        database.update(
                "INSERT INTO craftsman_absence (id, account_id, from_at, until_at, note, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                absence.id(),
                absence.craftsman(),
                absence.from(),
                absence.until(),
                absence.note(),
                times.now());
        return new Absence(absence.id(), absence.craftsman(), name, absence.from(), absence.until(), absence.note());
    }

    /** He is, or will be, at work after all. */
    @Transactional
    void cancel(Caller caller, UUID id) {
        int gone = database.update(
                "DELETE FROM craftsman_absence b USING account a WHERE a.id = b.account_id AND b.id = ? AND " + SIGHT,
                sight(caller, id));
        if (gone == 0) throw new Problem.NotFound("absence");
    }

    private static @Nullable Object[] sight(Caller caller, Object first) {
        return new @Nullable Object[] {
            first,
            caller.role() == Role.CRAFTSMAN,
            caller.id().value(),
            caller.role() == Role.ADMINISTRATOR,
            caller.role() == Role.DISPATCHER,
            caller.region(),
            caller.region()
        };
    }

    private static Absence read(ResultSet row) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("display_name"),
                row.getObject("from_at", OffsetDateTime.class),
                row.getObject("until_at", OffsetDateTime.class),
                row.getString("note"));
    }
}
