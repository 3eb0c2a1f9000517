package io.jiangwen.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was answered to a request with an {@code Idempotency-Key}. */
@ApplicationScoped
class IdempotentRequests {
    /** How long a repeat is recognised. */
    static final Duration KEPT = Duration.ofHours(24);

    /** A request that is still unanswered after this was cut off by a kill: its key is free again. */
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(5);

    private final EntityManager database;
    private final Clock clock;

    IdempotentRequests(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * An earlier request with the same key.
     *
     * @param status null while it is still being answered
     */
    record Earlier(
            String request,
            @Nullable Integer status,
            @Nullable String body) {}

    /** Takes the key for this request; returns the earlier request when the key is taken. */
    @Transactional
    @Nullable
    Earlier begin(String caller, String key, String request) {
        int taken = database.createNativeQuery("""
                INSERT INTO idempotent_request (caller, key, request, created_at)
                VALUES (:caller, :key, :request, :now)
                ON CONFLICT (caller, key) DO UPDATE SET request = :request, created_at = :now
                WHERE idempotent_request.status IS NULL AND idempotent_request.created_at < :given_up
                """)
                .setParameter("caller", caller)
                .setParameter("key", key)
                .setParameter("request", request)
                .setParameter("now", clock.instant())
                .setParameter("given_up", clock.instant().minus(LONGEST_REQUEST))
                .executeUpdate();
        if (taken == 1) return null;
        List<?> rows = database.createNativeQuery(
                        "SELECT request, status, body FROM idempotent_request WHERE caller = :caller AND key = :key",
                        Tuple.class)
                .setParameter("caller", caller)
                .setParameter("key", key)
                .getResultList();
        if (rows.isEmpty()) return null;
        Tuple row = (Tuple) rows.getFirst();
        return new Earlier(
                row.get("request", String.class), row.get("status", Integer.class), row.get("body", String.class));
    }

    @Transactional
    void finish(String caller, String key, int status, @Nullable String body) {
        database.createNativeQuery("""
                UPDATE idempotent_request SET status = :status, body = CAST(:body AS text)
                WHERE caller = :caller AND key = :key
                """)
                .setParameter("status", status)
                .setParameter("body", body)
                .setParameter("caller", caller)
                .setParameter("key", key)
                .executeUpdate();
    }

    /** A request that failed may be tried again under the same key. */
    @Transactional
    void abandon(String caller, String key) {
        database.createNativeQuery(
                        "DELETE FROM idempotent_request WHERE caller = :caller AND key = :key AND status IS NULL")
                .setParameter("caller", caller)
                .setParameter("key", key)
                .executeUpdate();
    }

    @Transactional
    void forget(Instant before) {
        database.createNativeQuery("DELETE FROM idempotent_request WHERE created_at < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
