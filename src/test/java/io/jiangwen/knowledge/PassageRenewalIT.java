package io.jiangwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PassageRenewalIT {
    private static final String ARTICLE = "course-turning-slender-shaft";

    private final PassageRenewal renewal;
    private final EntityManager database;

    PassageRenewalIT(PassageRenewal renewal, EntityManager database) {
        this.renewal = renewal;
        this.database = database;
    }

    @Test
    void makesPassagesOfAnOlderReleaseAgain() {
        long before = count("SELECT count(*) FROM passage WHERE article_id = ?1");
        assertThat(before).isPositive();
        change("DELETE FROM passage_vectors WHERE passage_id IN (SELECT id FROM passage WHERE article_id = ?1)");
        change("UPDATE passage SET recipe = 1, text = 'as it was' WHERE article_id = ?1");

        renewal.renew();

        assertThat(count("SELECT count(*) FROM passage WHERE article_id = ?1 AND recipe = " + PassageMaker.RECIPE))
                .isEqualTo(before);
        assertThat(count("SELECT count(*) FROM passage WHERE article_id = ?1 AND text = 'as it was'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM passage p JOIN passage_vectors v ON v.passage_id = p.id"
                        + " WHERE p.article_id = ?1 AND length(v.tokens) > 0"))
                .isEqualTo(before);
    }

    private long count(String sql) {
        List<?> rows = QuarkusTransaction.requiringNew()
                .call(() ->
                        database.createNativeQuery(sql).setParameter(1, ARTICLE).getResultList());
        return ((Number) rows.getFirst()).longValue();
    }

    private void change(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(sql).setParameter(1, ARTICLE).executeUpdate());
    }
}
