package io.jiangwen.confidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people said of answers, beside the signals those were given by. */
@ApplicationScoped
public class VerdictStore {
    /** Enough to settle every coefficient; the newest ones count. */
    private static final int MOST = 5_000;

    private static final TypeReference<Map<String, Double>> SIGNALS = new TypeReference<>() {};

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    VerdictStore(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Remembers a verdict; a second one of the same sort about the same subject replaces the first. In the caller's
     * transaction.
     *
     * @param subject what was judged, such as the id of a turn
     * @param basis version of the shipped calibration behind the one that judged: {@link CalibrationStore#shipped()}
     */
    @Transactional
    public void put(String subject, JudgedSignals verdict, int basis) {
        if (verdict.origin() == JudgedSignals.Origin.PSEUDO)
            throw new IllegalArgumentException("nobody said so: " + subject);
        database.createNativeQuery("""
                        INSERT INTO judged_signals (subject, origin, basis, signals, correct, judged_at)
                        VALUES (:subject, :origin, :basis, CAST(:signals AS jsonb), :correct, :at)
                        ON CONFLICT (subject, origin) DO UPDATE
                        SET basis = EXCLUDED.basis, signals = EXCLUDED.signals, correct = EXCLUDED.correct,
                            judged_at = EXCLUDED.judged_at
                        """)
                .setParameter("subject", subject)
                .setParameter("origin", verdict.origin().name())
                .setParameter("basis", basis)
                .setParameter("signals", write(verdict.signals()))
                .setParameter("correct", verdict.right())
                .setParameter("at", clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Keeps what an answered turn was judged by until somebody says whether it was right; in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void answered(UUID turn, Signals signals) {
        database.createNativeQuery("""
                        INSERT INTO turn_signals (turn_id, basis, signals)
                        SELECT :turn, max(version), CAST(:signals AS jsonb) FROM calibration WHERE basis IS NULL
                        """)
                .setParameter("turn", turn)
                .setParameter("signals", write(signals))
                .executeUpdate();
    }

    /**
     * Remembers what somebody said of an answered turn; the last word of each origin counts. Nothing happens for a turn
     * that was answered before signals were kept. In the caller's transaction.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void said(UUID turn, boolean right, JudgedSignals.Origin origin) {
        List<?> rows = database.createNativeQuery(
                        "SELECT basis, CAST(signals AS text) AS signals FROM turn_signals WHERE turn_id = :turn",
                        Tuple.class)
                .setParameter("turn", turn)
                .getResultList();
        rows.stream().map(Tuple.class::cast).forEach(row -> {
            Signals signals = read(row.get("signals", String.class));
            put(turn.toString(), new JudgedSignals(signals, right, origin), row.get("basis", Integer.class));
        });
    }

    /** How many there are that {@link #of} would give. */
    @Transactional
    public int count(int basis) {
        return ((Number) database.createNativeQuery(
                                "SELECT least(count(*), :most) FROM judged_signals WHERE basis = :basis")
                        .setParameter("most", MOST)
                        .setParameter("basis", basis)
                        .getSingleResult())
                .intValue();
    }

    /** Those whose signals mean what {@code basis} weighs: the newest 5,000, in an order that is always the same. */
    @Transactional
    public List<JudgedSignals> of(int basis) {
        List<?> rows = database.createNativeQuery("""
                                SELECT CAST(signals AS text) AS signals, correct, origin FROM judged_signals
                                WHERE basis = :basis ORDER BY judged_at DESC, subject, origin LIMIT :most
                                """, Tuple.class)
                .setParameter("basis", basis)
                .setParameter("most", MOST)
                .getResultList();
        return rows.stream().map(row -> verdict((Tuple) row)).toList();
    }

    private JudgedSignals verdict(Tuple row) {
        return new JudgedSignals(
                read(row.get("signals", String.class)),
                row.get("correct", Boolean.class),
                JudgedSignals.Origin.valueOf(row.get("origin", String.class)));
    }

    private Signals read(String signals) {
        try {
            return new Signals(json.readValue(signals, SIGNALS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("signals cannot be read", e);
        }
    }

    private String write(Signals signals) {
        try {
            return json.writeValueAsString(signals.values());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("signals cannot be written", e);
        }
    }
}
