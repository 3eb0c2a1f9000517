package io.jiangwen.confidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The counts of audits, one for each configuration. A count goes on when the threshold rises and whatever is published
 * or retracted; anything else, a lower threshold too, begins another one.
 */
@ApplicationScoped
class AuditCounts {
    /** Key of the advisory lock: "jwaudits" in ASCII. */
    private static final long LOCK = 0x6a77617564697473L;

    /**
     * A calibration without its threshold, its names, and what is merely told of it: a fit that comes to the same
     * coefficients answers the same, and goes on with the count. What is added to its row in later releases belongs to it.
     */
    private static final String FIT = """
            (SELECT md5(CAST((to_jsonb(c) - 'version' - 'name' - 'fitted_on' - 'created_at' - 'basis' - 'fit' - 'state')
                             #- ARRAY['coefficients', 'threshold'] AS text))
             FROM calibration c WHERE c.version = :calibration)
            """;

    private final EntityManager database;
    private final AuditConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    AuditCounts(EntityManager database, AuditConfig config, ObjectMapper json, Clock clock) {
        this.database = database;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param whole all audits since the count began
     * @param recent those of answers within the window
     * @param proved whether {@code whole} ever proved what is to be certified
     */
    private record Count(
            long id, double threshold, Instant since, Tally whole, Tally recent, int waiting, boolean proved) {
        static Count of(Tuple row) {
            return new Count(
                    row.get("id", Long.class),
                    row.get("threshold", Double.class),
                    row.get("began_at", Instant.class),
                    new Tally(row.get("audited", Integer.class), row.get("errors", Integer.class)),
                    new Tally(
                            Math.toIntExact(row.get("settled", Long.class)),
                            Math.toIntExact(row.get("wrong", Long.class))),
                    Math.toIntExact(row.get("waiting", Long.class)),
                    row.get("proved", Boolean.class));
        }
    }

    /** How the configuration stands; without audits where it has answered nothing yet. */
    @Transactional
    Standing standing(Configuration configuration) {
        Optional<Count> count = find(configuration)
                .filter(found ->
                        found.threshold() <= configuration.calibration().threshold());
        Tally recent = count.map(Count::recent).orElse(Tally.NONE);
        Tally whole = count.map(Count::whole).orElse(Tally.NONE);
        boolean proved = count.map(Count::proved).orElse(false);
        double alpha = configuration.calibration().alpha();
        return new Standing(
                configuration,
                Certificate.of(alpha, config.confidence(), recent, proved),
                needed(alpha, recent, proved ? recent : whole),
                count.map(Count::waiting).orElse(0),
                config.window(),
                count.map(Count::since).orElse(null));
    }

    /** The count that an answer of now belongs to; begun where there is none. */
    @Transactional(TxType.MANDATORY)
    long require(Configuration configuration) {
        double threshold = configuration.calibration().threshold();
        Optional<Count> found = find(configuration).filter(count -> count.threshold() <= threshold);
        if (found.isEmpty()) {
            database.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(:lock)")
                    .setParameter("lock", LOCK)
                    .getResultList();
            found = find(configuration).filter(count -> count.threshold() <= threshold);
        }
        if (found.isEmpty()) return begin(configuration);
        Count count = found.get();
        if (count.threshold() < threshold) raise(count.id(), threshold);
        return count.id();
    }

    /** Counts an audit that was settled now. */
    @Transactional(TxType.MANDATORY)
    void settle(long count, boolean error) {
        Tuple row = (Tuple) database.createNativeQuery("""
                        UPDATE audit_count SET audited = audited + 1, errors = errors + :error WHERE id = :id
                        RETURNING audited, errors, alpha
                        """, Tuple.class)
                .setParameter("error", error ? 1 : 0)
                .setParameter("id", count)
                .getSingleResult();
        Tally whole = new Tally(row.get("audited", Integer.class), row.get("errors", Integer.class));
        if (!whole.proves(row.get("alpha", Double.class), config.confidence())) return;
        database.createNativeQuery("UPDATE audit_count SET proved_at = coalesce(proved_at, :now) WHERE id = :id")
                .setParameter("now", clock.instant())
                .setParameter("id", count)
                .executeUpdate();
    }

    /** Both must come to prove it: what is within the window, and the whole count where it has not yet. */
    private OptionalInt needed(double alpha, Tally recent, Tally whole) {
        OptionalInt now = recent.needed(alpha, config.confidence());
        OptionalInt everything = whole.needed(alpha, config.confidence());
        return now.isEmpty() || everything.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Math.max(now.getAsInt(), everything.getAsInt()));
    }

    private Optional<Count> find(Configuration configuration) {
        List<?> rows = bound(database.createNativeQuery("""
                        SELECT k.id, k.threshold, k.began_at, k.audited, k.errors, k.proved_at IS NOT NULL AS proved,
                               count(a.id) FILTER (WHERE a.outcome IS NOT NULL) AS settled,
                               count(a.id) FILTER (WHERE a.outcome <> 'RIGHT') AS wrong,
                               count(a.id) FILTER (WHERE a.outcome IS NULL) AS waiting
                        FROM audit_count k LEFT JOIN audit a ON a.count_id = k.id AND a.drawn_at > :from
                        WHERE k.id = (SELECT max(id) FROM audit_count
                                      WHERE configuration = CAST(:configuration AS jsonb) AND fit =
                        """ + FIT + """
                                     )
                        GROUP BY k.id
                        """, Tuple.class), configuration)
                .setParameter("from", clock.instant().minus(config.window()))
                .getResultList();
        return rows.stream().findFirst().map(row -> Count.of((Tuple) row));
    }

    private long begin(Configuration configuration) {
        Calibration calibration = configuration.calibration();
        Tuple row = (Tuple) bound(database.createNativeQuery("""
                        INSERT INTO audit_count (configuration, fit, alpha, threshold, began_at)
                        SELECT CAST(:configuration AS jsonb),
                        """ + FIT + """
                               , :alpha, :threshold, :now
                        RETURNING id
                        """, Tuple.class), configuration)
                .setParameter("alpha", calibration.alpha())
                .setParameter("threshold", calibration.threshold())
                .setParameter("now", clock.instant())
                .getSingleResult();
        return row.get("id", Long.class);
    }

    private void raise(long count, double threshold) {
        database.createNativeQuery("UPDATE audit_count SET threshold = greatest(threshold, :threshold) WHERE id = :id")
                .setParameter("threshold", threshold)
                .setParameter("id", count)
                .executeUpdate();
    }

    private Query bound(Query query, Configuration configuration) {
        try {
            return query.setParameter("configuration", json.writeValueAsString(configuration.settings()))
                    .setParameter("calibration", configuration.calibration().version());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings that cannot be written as JSON", e);
        }
    }
}
