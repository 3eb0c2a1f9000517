package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.account.Role;
import io.jiangwen.account.Statements;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The policies of clocks: defaults, which administrators set, and what an enterprise agreed, which the dispatchers of its
 * region set too. A changed policy counts for clocks that start, or tickets that change priority, after it.
 */
@ApplicationScoped
class ClockPolicies {
    private final Statements database;

    ClockPolicies(Statements database) {
        this.database = database;
    }

    /** What a ticket is given, by its priority and enterprise. */
    Map<ClockKind, Allowance> of(UUID ticket) {
        Map<ClockKind, Allowance> allowances = new EnumMap<>(ClockKind.class);
        database.list("""
                        SELECT DISTINCT ON (p.clock) p.enterprise_id, p.priority, p.clock, p.allowed_s, p.warn_before_s
                        FROM ticket t JOIN clock_policy p ON p.priority = t.priority
                             AND (p.enterprise_id IS NULL OR p.enterprise_id = t.enterprise_id)
                        WHERE t.id = ?
                        ORDER BY p.clock, p.enterprise_id NULLS LAST
                        """, ClockPolicies::read, ticket)
                .forEach(policy -> allowances.put(policy.clock(), policy.allowance()));
        return allowances;
    }

    /** Those of an enterprise, or the defaults. */
    @Transactional
    List<ClockPolicy> list(Caller caller, @Nullable UUID enterprise) {
        requireSight(caller, enterprise);
        return database.list("""
                SELECT enterprise_id, priority, clock, allowed_s, warn_before_s FROM clock_policy
                WHERE enterprise_id IS NOT DISTINCT FROM CAST(? AS uuid) ORDER BY priority, clock
                """, ClockPolicies::read, enterprise);
    }

    /** @throws Problem.Forbidden {@code administrators-only} for a default that a dispatcher would change */
    @Transactional
    void set(Caller caller, ClockPolicy policy) {
        requireMay(caller, policy.enterprise());
        database.update(
                """
                INSERT INTO clock_policy (enterprise_id, priority, clock, allowed_s, warn_before_s) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT ON CONSTRAINT clock_policy_uq
                DO UPDATE SET allowed_s = excluded.allowed_s, warn_before_s = excluded.warn_before_s
                """,
                policy.enterprise(),
                policy.priority().name(),
                policy.clock().name(),
                policy.allowance().within().toSeconds(),
                policy.allowance().warnBefore().toSeconds());
    }

    /** The default counts for the enterprise again. */
    @Transactional
    void drop(Caller caller, UUID enterprise, Priority priority, ClockKind clock) {
        requireMay(caller, enterprise);
        int dropped = database.update(
                "DELETE FROM clock_policy WHERE enterprise_id = ? AND priority = ? AND clock = ?",
                enterprise,
                priority.name(),
                clock.name());
        if (dropped == 0) throw new Problem.NotFound("clock policy");
    }

    private void requireMay(Caller caller, @Nullable UUID enterprise) {
        if (enterprise == null && caller.role() != Role.ADMINISTRATOR)
            throw new Problem.Forbidden("administrators-only", "The defaults are for administrators to change.");
        requireSight(caller, enterprise);
    }

    private void requireSight(Caller caller, @Nullable UUID enterprise) {
        if (enterprise == null) return;
        boolean everywhere = caller.role() == Role.ADMINISTRATOR || caller.region() == null;
        boolean his = database.first(
                        "SELECT 1 FROM enterprise WHERE id = ? AND (? OR region IS NULL OR region = ?)",
                        row -> true,
                        enterprise,
                        everywhere,
                        caller.region())
                .isPresent();
        if (!his) throw new Problem.NotFound("enterprise");
    }

    private static ClockPolicy read(ResultSet row) throws SQLException {
        return new ClockPolicy(
                row.getObject("enterprise_id", UUID.class),
                Priority.valueOf(row.getString("priority")),
                ClockKind.valueOf(row.getString("clock")),
                Allowance.seconds(row.getLong("allowed_s"), row.getLong("warn_before_s")));
    }
}
