package io.jiangwen.knowledge;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Counts in how many passages each lexeme occurs, and how long passages are, some seconds after they changed. Whoever searches meanwhile sees
 * the count before, whole. Only public passages count: weights are in everybody's scores, and must not tell what is
 * private.
 */
@ApplicationScoped
public class LexemeStatistics {
    /** Any number that nothing else locks. */
    private static final long LOCK = 0x6c65_7865_6d65L;

    /** Only rows that differ are written: readers never wait, and the table does not swell. */
    private static final String COUNT_AGAIN = """
            WITH fresh AS (SELECT word, ndoc FROM ts_stat($$SELECT lexemes FROM passage WHERE visibility = 'PUBLIC'$$)),
                 gone AS (DELETE FROM lexeme_stat s WHERE NOT EXISTS (SELECT 1 FROM fresh f WHERE f.word = s.lexeme))
            INSERT INTO lexeme_stat AS s (lexeme, passages) SELECT word, ndoc FROM fresh
            ON CONFLICT (lexeme) DO UPDATE SET passages = EXCLUDED.passages WHERE s.passages <> EXCLUDED.passages
            """;

    private static final String COUNT_PIECES_AGAIN = """
            WITH fresh AS (
                     SELECT p.model, piece, CAST(count(*) AS integer) AS passages
                     FROM passage p JOIN passage_vectors v ON v.passage_id = p.id, unnest(v.pieces) AS piece
                     WHERE p.visibility = 'PUBLIC' GROUP BY p.model, piece),
                 gone AS (DELETE FROM piece_stat s WHERE NOT EXISTS (
                     SELECT 1 FROM fresh f WHERE f.model = s.model AND f.piece = s.piece))
            INSERT INTO piece_stat AS s (model, piece, passages) SELECT model, piece, passages FROM fresh
            ON CONFLICT (model, piece) DO UPDATE SET passages = EXCLUDED.passages
            WHERE s.passages <> EXCLUDED.passages
            """;

    private static final String MEASURE_AGAIN = """
            WITH fresh AS (SELECT language, count(*) AS passages, sum(lexeme_count) AS lexemes
                           FROM passage WHERE visibility = 'PUBLIC' GROUP BY language),
                 gone AS (DELETE FROM passage_stat s WHERE NOT EXISTS (SELECT 1 FROM fresh f WHERE f.language = s.language))
            INSERT INTO passage_stat AS s (language, passages, lexemes) SELECT language, passages, lexemes FROM fresh
            ON CONFLICT (language) DO UPDATE SET passages = EXCLUDED.passages, lexemes = EXCLUDED.lexemes
            """;

    private final EntityManager entities;
    private final KnowledgeConfig config;
    private final Clock clock;

    /** When passages last changed since the last count; null when nothing did. At start nobody knows. */
    private final AtomicReference<@Nullable Instant> changed = new AtomicReference<>(Instant.EPOCH);

    LexemeStatistics(EntityManager entities, KnowledgeConfig config, Clock clock) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    void passagesChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PassagesChanged change) {
        changed.set(clock.instant());
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void refreshAfterRest() {
        Instant last = changed.get();
        if (last == null || last.plus(config.quiet()).isAfter(clock.instant())) return;
        refreshNow();
        // A change during the count stays noted, for the next one.
        changed.compareAndSet(last, null);
    }

    /** Counts now; waits for a count that runs on another node. */
    @Transactional
    public void refreshNow() {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(?1)")
                .setParameter(1, LOCK)
                .getSingleResult();
        entities.createNativeQuery(COUNT_AGAIN).executeUpdate();
        entities.createNativeQuery(COUNT_PIECES_AGAIN).executeUpdate();
        entities.createNativeQuery(MEASURE_AGAIN).executeUpdate();
    }
}
