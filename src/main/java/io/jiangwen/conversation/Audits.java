package io.jiangwen.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jiangwen.account.Caller;
import io.jiangwen.account.Role;
import io.jiangwen.account.Viewer;
import io.jiangwen.confidence.AuditConfig;
import io.jiangwen.confidence.AuditVerdict;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The audits that somebody may judge. Nobody sees an answer to his own question or from his own article, one from an
 * article that he may not read, or one of a thread that is confidential.
 */
@ApplicationScoped
class Audits {
    private static final String READABLE = """
            (:everything OR %1$s.visibility = 'PUBLIC'
             OR %1$s.visibility = 'INDUSTRY' AND %1$s.audience = CAST(:industry AS text)
             OR %1$s.visibility = 'ENTERPRISE' AND %1$s.audience = CAST(:enterprise AS text))
            """;

    /** Those of the trade say something first; the names are taken out of what is shown. */
    private static final String JUDGEABLE = """
            SELECT a.id, a.trade, a.drawn_at, a.outcome, CAST(t.result AS text) AS result,
                   e.name AS enterprise, v.enterprise AS visited_for, v.contact,
                   (SELECT o.verdict FROM audit_verdict o WHERE o.audit_id = a.id AND o.auditor = :me) AS yours
            FROM audit a
            JOIN turn t ON t.id = a.turn_id
            JOIN conversation c ON c.id = t.conversation_id
            LEFT JOIN enterprise e ON e.id = c.enterprise_id
            LEFT JOIN visitor v ON v.id = c.visitor_id
            WHERE c.account_id IS DISTINCT FROM :me
              AND NOT EXISTS (SELECT 1 FROM ticket k WHERE k.conversation_id = c.id AND k.confidential)
              AND NOT EXISTS (
                  SELECT 1 FROM audit_source s
                  JOIN article r ON r.id = s.article_id
                  JOIN article_version w ON w.article_id = s.article_id AND w.number = s.version
                  WHERE s.audit_id = a.id
                    AND (r.author_account = :me OR w.written_by = :me
                         OR NOT coalesce(%s AND %s, false)))
            """.formatted(READABLE.formatted("r"), READABLE.formatted("w"));

    private static final String WAITING = """
              AND a.outcome IS NULL AND a.drawn_at > :from
              AND NOT EXISTS (SELECT 1 FROM audit_verdict o WHERE o.audit_id = a.id AND o.auditor = :me)
              AND (:anyTrade OR a.trade IS NULL OR a.drawn_at < :late
                   OR a.trade = ANY (SELECT unnest(trades) FROM account WHERE id = :me)
                   OR NOT EXISTS (SELECT 1 FROM account p
                                  WHERE p.role = 'CRAFTSMAN' AND NOT p.disabled AND a.trade = ANY (p.trades)))
            ORDER BY a.count_id DESC,
                     coalesce(a.trade = ANY (SELECT unnest(trades) FROM account WHERE id = :me), false) DESC,
                     a.drawn_at, a.id
            LIMIT :most
            """;

    private final EntityManager database;
    private final AuditConfig counting;
    private final AuditDeskConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    Audits(EntityManager database, AuditConfig counting, AuditDeskConfig config, ObjectMapper json, Clock clock) {
        this.database = database;
        this.counting = counting;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /** The next ones for this auditor: those of his trade first, the oldest first. */
    @Transactional
    List<AuditView> next(Caller auditor) {
        Instant now = clock.instant();
        List<?> rows = bound(database.createNativeQuery(JUDGEABLE + WAITING, Tuple.class), auditor)
                .setParameter("from", now.minus(counting.window()))
                .setParameter("late", now.minus(config.headStart()))
                .setParameter("anyTrade", auditor.role() != Role.CRAFTSMAN)
                .setParameter("most", config.offered())
                .getResultList();
        return rows.stream().map(row -> view((Tuple) row)).toList();
    }

    /** @throws Problem.NotFound for an unknown audit and for one that is not his to judge */
    @Transactional
    AuditView find(UUID audit, Caller auditor) {
        List<?> rows = bound(database.createNativeQuery(JUDGEABLE + " AND a.id = :id", Tuple.class), auditor)
                .setParameter("id", audit)
                .getResultList();
        if (rows.isEmpty()) throw new Problem.NotFound("audit");
        return view((Tuple) rows.getFirst());
    }

    private static Query bound(Query query, Caller auditor) {
        Viewer viewer = auditor.deskViewer();
        UUID enterprise = viewer.enterprise();
        return query.setParameter("me", auditor.id().value())
                .setParameter("everything", viewer.everything())
                .setParameter("industry", viewer.industry())
                .setParameter("enterprise", enterprise == null ? null : enterprise.toString());
    }

    private AuditView view(Tuple row) {
        Turn turn = read(row.get("result", String.class));
        Discretion discretion = new Discretion(
                row.get("enterprise", String.class),
                row.get("visited_for", String.class),
                row.get("contact", String.class));
        return new AuditView(
                row.get("id", UUID.class),
                discretion.apply(turn.question()),
                discretion.apply(turn.rewritten()),
                Objects.requireNonNull(turn.answer()),
                turn.citations(),
                turn.safety(),
                row.get("trade", String.class),
                row.get("drawn_at", Instant.class).atOffset(ZoneOffset.UTC),
                verdict(row.get("outcome", String.class)),
                verdict(row.get("yours", String.class)));
    }

    private static @Nullable AuditVerdict verdict(@Nullable String name) {
        return name == null ? null : AuditVerdict.valueOf(name);
    }

    private Turn read(String result) {
        try {
            return json.readValue(result, Turn.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored turn cannot be read", e);
        }
    }
}
