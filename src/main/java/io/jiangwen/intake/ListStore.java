package io.jiangwen.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lists and their rows in the database. Every call needs a surrounding transaction. */
@ApplicationScoped
class ListStore {
    /** A dispatcher without a region looks after all. */
    private static final String SEEN = "(CAST(:region AS text) IS NULL OR l.region = :region)";

    private final EntityManager database;

    ListStore(EntityManager database) {
        this.database = database;
    }

    /** @param digest of the file, in hexadecimal digits */
    record NewList(UUID id, @Nullable String region, UUID createdBy, String name, String digest, Instant at) {}

    /** False when the region has a list of the same file: waits for whoever loads it at this moment. */
    boolean insert(NewList list) {
        return database.createNativeQuery("""
                        INSERT INTO problem_list (id, region, created_by, name, digest, created_at)
                        VALUES (:id, CAST(:region AS text), :account, :name, :digest, :at)
                        ON CONFLICT ON CONSTRAINT problem_list_digest_uq DO NOTHING
                        """)
                        .setParameter("id", list.id())
                        .setParameter("region", list.region())
                        .setParameter("account", list.createdBy())
                        .setParameter("name", list.name())
                        .setParameter("digest", list.digest())
                        .setParameter("at", list.at())
                        .executeUpdate()
                == 1;
    }

    UUID ofDigest(@Nullable String region, String digest) {
        return (UUID) database.createNativeQuery("""
                        SELECT id FROM problem_list
                        WHERE digest = :digest AND region IS NOT DISTINCT FROM CAST(:region AS text)
                        """, UUID.class)
                .setParameter("digest", digest)
                .setParameter("region", region)
                .getSingleResult();
    }

    void insert(UUID list, NewRow row) {
        NewRow.Verdict verdict = row.verdict();
        database.createNativeQuery("""
                INSERT INTO problem_row (list_id, number, enterprise, contact, question, enterprise_id, asker_id, outcome,
                                         code, reason)
                VALUES (:list, :number, :enterprise, :contact, :question, CAST(:tenant AS uuid), CAST(:asker AS uuid),
                        CAST(:outcome AS text), CAST(:code AS text), CAST(:reason AS text))
                """)
                .setParameter("list", list)
                .setParameter("number", row.problem().number())
                .setParameter("enterprise", row.problem().enterprise())
                .setParameter("contact", row.problem().contact())
                .setParameter("question", row.problem().question())
                .setParameter(
                        "tenant",
                        row.enterprise() == null ? null : row.enterprise().toString())
                .setParameter("asker", row.asker() == null ? null : row.asker().toString())
                .setParameter("outcome", verdict == null ? null : verdict.outcome())
                .setParameter("code", verdict == null ? null : verdict.code())
                .setParameter("reason", verdict == null ? null : verdict.reason())
                .executeUpdate();
    }

    /** Lists of a region that still wait for something. */
    long unfinished(@Nullable String region) {
        return ((Number) database.createNativeQuery("""
                        SELECT count(DISTINCT l.id) FROM problem_list l JOIN problem_row r ON r.list_id = l.id
                        WHERE r.outcome IS NULL AND l.region IS NOT DISTINCT FROM CAST(:region AS text)
                        """)
                        .setParameter("region", region)
                        .getSingleResult())
                .longValue();
    }

    /** Empty for an unknown list and for another region's. */
    Optional<ProblemList> find(UUID id, @Nullable String region) {
        Query query = database.createNativeQuery(
                        "SELECT l.id, l.name, l.created_at FROM problem_list l WHERE l.id = :id AND " + SEEN,
                        Tuple.class)
                .setParameter("id", id)
                .setParameter("region", region);
        return lists(query).stream().findFirst();
    }

    /** Newest first. */
    List<ProblemList> before(Instant moment, @Nullable String region, int most) {
        return lists(database.createNativeQuery("""
                        SELECT l.id, l.name, l.created_at FROM problem_list l
                        WHERE l.created_at < :before AND
                        """ + SEEN + " ORDER BY l.created_at DESC LIMIT :most", Tuple.class)
                .setParameter("before", moment)
                .setParameter("region", region)
                .setParameter("most", most));
    }

    List<ListRow> rows(UUID list, int after, int most) {
        List<?> rows = database.createNativeQuery("""
                        SELECT number, enterprise, contact, question, outcome, code, reason, conversation_id
                        FROM problem_row WHERE list_id = :list AND number > :after ORDER BY number LIMIT :most
                        """, Tuple.class)
                .setParameter("list", list)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(row -> row((Tuple) row)).toList();
    }

    private List<ProblemList> lists(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> list((Tuple) row)).toList();
    }

    private ProblemList list(Tuple row) {
        UUID id = row.get("id", UUID.class);
        Map<String, Long> counts = counts(id);
        return new ProblemList(
                id,
                row.get("name", String.class),
                ProblemList.stateOf(counts),
                counts,
                row.get("created_at", Instant.class).atOffset(ZoneOffset.UTC));
    }

    private Map<String, Long> counts(UUID list) {
        List<?> rows = database.createNativeQuery("""
                        SELECT coalesce(outcome, 'WAITING') AS outcome, count(*) AS rows FROM problem_row
                        WHERE list_id = :list GROUP BY 1
                        """, Tuple.class)
                .setParameter("list", list)
                .getResultList();
        Map<String, Long> counts = new TreeMap<>(Map.of("total", 0L, "waiting", 0L));
        for (Object each : rows) {
            Tuple row = (Tuple) each;
            long number = row.get("rows", Long.class);
            counts.put(row.get("outcome", String.class).toLowerCase(Locale.ROOT), number);
            counts.merge("total", number, Long::sum);
        }
        return counts;
    }

    private static ListRow row(Tuple row) {
        return new ListRow(
                row.get("number", Integer.class),
                row.get("enterprise", String.class),
                row.get("contact", String.class),
                row.get("question", String.class),
                row.get("outcome", String.class),
                row.get("code", String.class),
                row.get("reason", String.class),
                row.get("conversation_id", UUID.class));
    }
}
