package io.jiangwen.conversation;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CallerId;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The threads of askers. Every read says whose. */
@ApplicationScoped
class Conversations {
    private final EntityManager database;
    private final Clock clock;

    Conversations(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A thread in a list; {@code title} is its first question. */
    record Summary(UUID id, @Nullable String title, OffsetDateTime createdAt, OffsetDateTime updatedAt) {}

    @Transactional
    UUID create(Caller caller) {
        return create(caller, UUID.randomUUID());
    }

    /** Begins the thread with this id, which has not begun yet. */
    @Transactional
    UUID create(Caller caller, UUID id) {
        UUID enterprise = caller.enterprise();
        database.createNativeQuery("""
                INSERT INTO conversation (id, account_id, visitor_id, enterprise_id, created_at, updated_at)
                VALUES (:id, CAST(:account AS uuid), CAST(:visitor AS uuid), CAST(:enterprise AS uuid), :now, :now)
                """)
                .setParameter("id", id)
                .setParameter("account", account(caller.id()))
                .setParameter("visitor", visitor(caller.id()))
                .setParameter("enterprise", enterprise == null ? null : enterprise.toString())
                .setParameter("now", clock.instant())
                .executeUpdate();
        return id;
    }

    /** Whether there is a thread with this id, whoever's it is. */
    @Transactional
    boolean hasBegun(UUID id) {
        return !database.createNativeQuery("SELECT 1 FROM conversation WHERE id = :id")
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    /** @throws Problem.NotFound for an unknown thread and for somebody else's */
    @Transactional
    Summary requireOwn(UUID conversation, CallerId caller) {
        List<?> rows = database.createNativeQuery("""
                        SELECT id, title, created_at, updated_at FROM conversation
                        WHERE id = :id
                          AND (account_id = CAST(:account AS uuid) OR visitor_id = CAST(:visitor AS uuid))
                        """, Tuple.class)
                .setParameter("id", conversation)
                .setParameter("account", account(caller))
                .setParameter("visitor", visitor(caller))
                .getResultList();
        if (rows.isEmpty()) throw new Problem.NotFound("conversation");
        return summary((Tuple) rows.getFirst());
    }

    /**
     * Own threads, the one written last first.
     *
     * @param before only threads written before this time; null for the first page
     */
    @Transactional
    List<Summary> list(CallerId caller, @Nullable Instant before, int limit) {
        List<?> rows = database.createNativeQuery("""
                        SELECT id, title, created_at, updated_at FROM conversation
                        WHERE (account_id = CAST(:account AS uuid) OR visitor_id = CAST(:visitor AS uuid))
                          AND updated_at < coalesce(CAST(:before AS timestamptz), 'infinity')
                        ORDER BY updated_at DESC LIMIT :limit
                        """, Tuple.class)
                .setParameter("account", account(caller))
                .setParameter("visitor", visitor(caller))
                .setParameter("before", before == null ? null : before.toString())
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream().map(row -> summary((Tuple) row)).toList();
    }

    /** One turn at a time is written to a thread; held until the transaction ends. */
    void lock(UUID conversation) {
        database.createNativeQuery("SELECT 1 FROM conversation WHERE id = :id FOR UPDATE")
                .setParameter("id", conversation)
                .getResultList();
    }

    /** A question was written to the thread; its first one names it. */
    void touch(UUID conversation, String question) {
        database.createNativeQuery("""
                UPDATE conversation SET updated_at = :now, title = coalesce(title, left(:title, 80)) WHERE id = :id
                """)
                .setParameter("now", clock.instant())
                .setParameter("title", question)
                .setParameter("id", conversation)
                .executeUpdate();
    }

    private static Summary summary(Tuple row) {
        return new Summary(
                row.get("id", UUID.class),
                row.get("title", String.class),
                row.get("created_at", Instant.class).atOffset(ZoneOffset.UTC),
                row.get("updated_at", Instant.class).atOffset(ZoneOffset.UTC));
    }

    static @Nullable String account(CallerId id) {
        return id instanceof CallerId.AccountId account ? account.value().toString() : null;
    }

    static @Nullable String visitor(CallerId id) {
        return id instanceof CallerId.VisitorId visitor ? visitor.value().toString() : null;
    }
}
