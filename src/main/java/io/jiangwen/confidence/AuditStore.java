package io.jiangwen.confidence;

import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Audits: drawn as answers are given, settled by people, counted for the certificate. */
@ApplicationScoped
public class AuditStore {
    private final EntityManager database;
    private final AuditCounts counts;
    private final AuditDraw draw;
    private final VerdictStore verdicts;
    private final Clock clock;

    AuditStore(EntityManager database, AuditCounts counts, AuditDraw draw, VerdictStore verdicts, Clock clock) {
        this.database = database;
        this.counts = counts;
        this.draw = draw;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /** A version of an article that an answer cites. */
    public record Source(String article, int version) {}

    /**
     * What somebody said.
     *
     * @param reason in his words, null where he gave none
     */
    public record Judgement(
            UUID auditor, AuditVerdict verdict, @Nullable String reason) {}

    /** What audits prove about answers given by this configuration. */
    public Standing standing(Configuration configuration) {
        return counts.standing(configuration);
    }

    /**
     * Perhaps puts an answered turn up for audit, in the transaction that writes the turn.
     *
     * @param sources what its answer cites, the most important first
     */
    @Transactional(TxType.MANDATORY)
    public void answered(UUID turn, Configuration configuration, List<Source> sources) {
        long count = counts.require(configuration);
        if (!draw.picks(counts.standing(configuration))) return;
        UUID audit = UUID.randomUUID();
        database.createNativeQuery("""
                        INSERT INTO audit (id, count_id, turn_id, trade, threshold, drawn_at)
                        VALUES (:id, :count, :turn,
                                (SELECT trade FROM article_version WHERE article_id = :article AND number = :version),
                                :threshold, :now)
                        """)
                .setParameter("id", audit)
                .setParameter("count", count)
                .setParameter("turn", turn)
                .setParameter("article", sources.getFirst().article())
                .setParameter("version", sources.getFirst().version())
                .setParameter("threshold", configuration.calibration().threshold())
                .setParameter("now", clock.instant())
                .executeUpdate();
        sources.stream().distinct().forEach(source -> cite(audit, source));
    }

    /**
     * Stores what an auditor said. One word decides, but whoever cannot tell leaves it to a second person. A word that
     * decides is a verdict for the next fit too; that nobody could tell is none.
     *
     * @return how the audit is settled by this; empty when it waits for a second person or was settled before
     * @throws Problem.NotFound for an unknown audit
     * @throws Problem.Conflict when somebody else was faster, or the auditor said something else before
     */
    @Transactional
    public Optional<AuditVerdict> judge(UUID audit, Judgement judgement) {
        Tuple row = lock(audit);
        List<Judgement> before = judgements(audit);
        for (Judgement earlier : before) {
            if (!earlier.auditor().equals(judgement.auditor())) continue;
            if (earlier.verdict() == judgement.verdict()) return Optional.empty();
            throw new Problem.Conflict(
                    "audit-judged-before", "You have judged this answer already; what was said stays.");
        }
        if (row.get("outcome", String.class) != null)
            throw new Problem.Conflict("audit-settled", "Somebody else has judged this answer meanwhile.");
        append(audit, before.size() + 1, judgement);
        if (judgement.verdict() == AuditVerdict.CANNOT_TELL && before.isEmpty()) return Optional.empty();
        settle(audit, row.get("count_id", Long.class), judgement.verdict());
        if (judgement.verdict() != AuditVerdict.CANNOT_TELL) {
            boolean right = judgement.verdict() == AuditVerdict.RIGHT;
            verdicts.said(row.get("turn_id", UUID.class), right, JudgedSignals.Origin.AUDIT);
        }
        return Optional.of(judgement.verdict());
    }

    private Tuple lock(UUID audit) {
        List<?> rows = database.createNativeQuery(
                        "SELECT outcome, count_id, turn_id FROM audit WHERE id = :id FOR UPDATE", Tuple.class)
                .setParameter("id", audit)
                .getResultList();
        if (rows.isEmpty()) throw new Problem.NotFound("audit");
        return (Tuple) rows.getFirst();
    }

    private List<Judgement> judgements(UUID audit) {
        List<?> rows = database.createNativeQuery(
                        "SELECT auditor, verdict, reason FROM audit_verdict WHERE audit_id = :id ORDER BY opinion",
                        Tuple.class)
                .setParameter("id", audit)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Judgement(
                        row.get("auditor", UUID.class),
                        AuditVerdict.valueOf(row.get("verdict", String.class)),
                        row.get("reason", String.class)))
                .toList();
    }

    private void cite(UUID audit, Source source) {
        database.createNativeQuery(
                        "INSERT INTO audit_source (audit_id, article_id, version) VALUES (:id, :article, :version)")
                .setParameter("id", audit)
                .setParameter("article", source.article())
                .setParameter("version", source.version())
                .executeUpdate();
    }

    private void append(UUID audit, int opinion, Judgement judgement) {
        database.createNativeQuery("""
                        INSERT INTO audit_verdict (audit_id, opinion, auditor, verdict, reason, at)
                        VALUES (:id, :opinion, :auditor, :verdict, CAST(:reason AS text), :now)
                        """)
                .setParameter("id", audit)
                .setParameter("opinion", opinion)
                .setParameter("auditor", judgement.auditor())
                .setParameter("verdict", judgement.verdict().name())
                .setParameter("reason", judgement.reason())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private void settle(UUID audit, long count, AuditVerdict outcome) {
        database.createNativeQuery("UPDATE audit SET outcome = :outcome, settled_at = :now WHERE id = :id")
                .setParameter("outcome", outcome.name())
                .setParameter("now", clock.instant())
                .setParameter("id", audit)
                .executeUpdate();
        counts.settle(count, outcome != AuditVerdict.RIGHT);
    }
}
