package io.jiangwen.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers that chance has put up for audit. */
@ApplicationScoped
public class DrawnAnswers {
    /** In tests half of the answers is drawn: that none of so many is happens once in a million times. */
    private static final int ANSWERS = 20;

    private final EntityManager database;

    DrawnAnswers(EntityManager database) {
        this.database = database;
    }

    /** A turn that was drawn, with the thread it stands in. */
    public record Drawn(String audit, String turn, String thread) {}

    /** Asks until the answer is drawn. */
    public Drawn ask(Api caller, String question) {
        for (int i = 0; i < ANSWERS; i++) {
            String thread = caller.thread();
            JsonPath turn = caller.ask(thread, question);
            assertThat(turn.getString("outcome")).as(turn.prettify()).isEqualTo("ANSWERED");
            String audit = audit(turn.getString("id"));
            if (audit != null) return new Drawn(audit, turn.getString("id"), thread);
        }
        throw new AssertionError("of " + ANSWERS + " answers none was drawn");
    }

    /** Settles what waits, so that it is not in the way of others. */
    public void settleAll() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "UPDATE audit SET outcome = 'RIGHT', settled_at = now() WHERE outcome IS NULL")
                .executeUpdate());
    }

    private @Nullable String audit(String turn) {
        List<?> ids = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        "SELECT CAST(id AS text) FROM audit WHERE turn_id = CAST(:turn AS uuid)", String.class)
                .setParameter("turn", turn)
                .getResultList());
        return ids.isEmpty() ? null : (String) ids.getFirst();
    }
}
