package io.jiangwen.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be asked next: each row is one worker's until its lease ends, and then anybody's. */
@ApplicationScoped
class WaitingRows {
    private final EntityManager database;
    private final Clock clock;

    WaitingRows(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param attempts how often it was taken, this time too */
    record Taken(UUID list, int number, String question, UUID enterprise, UUID asker, int attempts) {
        /** The same whoever takes it, so that what a killed worker asked is not asked again. */
        UUID thread() {
            return UUID.nameUUIDFromBytes(("problem list\n" + list + "\n" + number).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The first waiting row of the oldest list; rows that other workers have are passed by. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Taken> take(Duration lease) {
        List<?> rows = database.createNativeQuery("""
                        UPDATE problem_row SET attempts = attempts + 1, lease_until = :until
                        WHERE (list_id, number) = (
                            SELECT r.list_id, r.number FROM problem_row r JOIN problem_list l ON l.id = r.list_id
                            WHERE r.outcome IS NULL AND (r.lease_until IS NULL OR r.lease_until < :now)
                            ORDER BY l.created_at, r.list_id, r.number LIMIT 1 FOR UPDATE OF r SKIP LOCKED)
                        RETURNING list_id, number, question, enterprise_id, asker_id, attempts
                        """, Tuple.class)
                .setParameter("until", clock.instant().plus(lease))
                .setParameter("now", clock.instant())
                .getResultList();
        return rows.stream().findFirst().map(Tuple.class::cast).map(WaitingRows::taken);
    }

    /** Lets the row wait for another worker. */
    @Transactional(TxType.REQUIRES_NEW)
    void postpone(Taken row, Duration wait) {
        database.createNativeQuery("""
                UPDATE problem_row SET lease_until = :until
                WHERE list_id = :list AND number = :number AND outcome IS NULL
                """)
                .setParameter("until", clock.instant().plus(wait))
                .setParameter("list", row.list())
                .setParameter("number", row.number())
                .executeUpdate();
    }

    @Transactional(TxType.REQUIRES_NEW)
    void asked(Taken row, String outcome) {
        finish(row, new NewRow.Verdict(outcome, "", ""), row.thread());
    }

    @Transactional(TxType.REQUIRES_NEW)
    void failed(Taken row) {
        finish(row, new NewRow.Verdict("FAILED", "internal-error", "This row could not be asked; see the log."), null);
    }

    private void finish(Taken row, NewRow.Verdict verdict, @Nullable UUID thread) {
        database.createNativeQuery("""
                UPDATE problem_row
                SET outcome = :outcome, code = nullif(:code, ''), reason = nullif(:reason, ''),
                    conversation_id = CAST(:thread AS uuid), lease_until = NULL
                WHERE list_id = :list AND number = :number AND outcome IS NULL
                """)
                .setParameter("outcome", verdict.outcome())
                .setParameter("code", verdict.code())
                .setParameter("reason", verdict.reason())
                .setParameter("thread", thread == null ? null : thread.toString())
                .setParameter("list", row.list())
                .setParameter("number", row.number())
                .executeUpdate();
    }

    private static Taken taken(Tuple row) {
        return new Taken(
                row.get("list_id", UUID.class),
                row.get("number", Integer.class),
                row.get("question", String.class),
                row.get("enterprise_id", UUID.class),
                row.get("asker_id", UUID.class),
                row.get("attempts", Integer.class));
    }
}
