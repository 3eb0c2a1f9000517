package io.jiangwen.account;

import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Counts uses per fixed window in the database, so that several nodes count together. */
@ApplicationScoped
public class RateLimiter {
    private final EntityManager database;
    private final Clock clock;

    RateLimiter(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Takes one use of a bucket. Counted even if the caller's own transaction rolls back.
     *
     * @throws TooManyRequests when the window is used up; carries the seconds to wait
     */
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, dontRollbackOn = TooManyRequests.class)
    public void take(String bucket, int limit, Duration window) {
        if (count(bucket, 1, window) > limit) throw new TooManyRequests(secondsLeft(window));
    }

    /**
     * Refuses without counting when a window is used up already.
     *
     * @throws TooManyRequests as {@link #take}
     */
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, dontRollbackOn = TooManyRequests.class)
    public void check(String bucket, int limit, Duration window) {
        if (count(bucket, 0, window) >= limit) throw new TooManyRequests(secondsLeft(window));
    }

    private int count(String bucket, int uses, Duration window) {
        Object used = database.createNativeQuery("""
                INSERT INTO rate_window (bucket, started_at, used) VALUES (:bucket, :start, :uses)
                ON CONFLICT (bucket, started_at) DO UPDATE SET used = rate_window.used + :uses
                RETURNING used
                """)
                .setParameter("bucket", bucket)
                .setParameter("start", windowStart(window))
                .setParameter("uses", uses)
                .getSingleResult();
        return ((Number) used).intValue();
    }

    /** Forgets windows that ended before {@code before}. */
    @Transactional
    public void forget(Instant before) {
        database.createNativeQuery("DELETE FROM rate_window WHERE started_at < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    private Instant windowStart(Duration window) {
        long length = window.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(clock.millis(), length) * length);
    }

    private long secondsLeft(Duration window) {
        Instant end = windowStart(window).plus(window);
        return Math.max(1, Duration.between(clock.instant(), end).toSeconds() + 1);
    }

    /** The caller has to wait. */
    public static class TooManyRequests extends Problem {
        private static final long serialVersionUID = 1L;

        TooManyRequests(long seconds) {
            super(
                    429,
                    "too-many-requests",
                    "Too many requests; try again in " + seconds + " seconds.",
                    Map.of("retryAfter", seconds));
        }
    }
}
