package io.jiangwen.conversation;

import io.jiangwen.account.Announcement;
import io.jiangwen.account.Audience;
import io.jiangwen.account.Caller;
import io.jiangwen.account.CallerId;
import io.jiangwen.confidence.AuditStore;
import io.jiangwen.confidence.AuditVerdict;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** Takes an auditor's word on an answer; who was given a wrong one is told in the same transaction. */
@ApplicationScoped
class AuditDesk {
    private final Audits audits;
    private final AuditStore store;
    private final EntityManager database;
    private final Event<Announcement> announcements;

    AuditDesk(Audits audits, AuditStore store, EntityManager database, Event<Announcement> announcements) {
        this.audits = audits;
        this.store = store;
        this.database = database;
        this.announcements = announcements;
    }

    /**
     * @return the audit as it stands then; once more the same word changes nothing
     * @throws Problem.NotFound for one that is not his to judge
     * @throws Problem.Conflict when somebody else was faster, or he said something else before
     */
    @Transactional
    AuditView judge(UUID audit, Caller auditor, AuditStore.Judgement judgement) {
        audits.find(audit, auditor);
        if (store.judge(audit, judgement).filter(AuditVerdict.WRONG::equals).isPresent()) recall(audit);
        return audits.find(audit, auditor);
    }

    private void recall(UUID audit) {
        Tuple asked = (Tuple) database.createNativeQuery("""
                        SELECT t.id, t.conversation_id, c.account_id, c.visitor_id
                        FROM audit a JOIN turn t ON t.id = a.turn_id JOIN conversation c ON c.id = t.conversation_id
                        WHERE a.id = :id
                        """, Tuple.class)
                .setParameter("id", audit)
                .getSingleResult();
        UUID account = asked.get("account_id", UUID.class);
        CallerId asker = account != null
                ? new CallerId.AccountId(account)
                : new CallerId.VisitorId(asked.get("visitor_id", UUID.class));
        announcements.fire(new Announcement(
                "answer.recalled",
                asked.get("id", UUID.class).toString(),
                Map.of("conversation", asked.get("conversation_id", UUID.class).toString(), "reason", "AUDIT"),
                Audience.of(asker)));
    }
}
