package io.jiangwen.knowledge;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * Makes the passages of published articles again that an older release made, one article at a time and behind the
 * searches: they find the old passages until the new ones are there.
 */
@ApplicationScoped
class PassageRenewal {
    private static final String OLDEST = """
            SELECT article_id FROM passage WHERE recipe < ?1 ORDER BY recipe, article_id LIMIT 1
            """;

    private final EntityManager entities;
    private final ArticleRepository articles;
    private final PassageMaker maker;
    private final PassageTable passages;

    PassageRenewal(EntityManager entities, ArticleRepository articles, PassageMaker maker, PassageTable passages) {
        this.entities = entities;
        this.articles = articles;
        this.maker = maker;
        this.passages = passages;
    }

    /** Several nodes may renew the same article; each finds it whole. */
    @Scheduled(
            every = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void renew() {
        int renewed = 0;
        for (Optional<String> id = oldest(); id.isPresent(); id = oldest()) {
            renew(id.get());
            renewed++;
        }
        if (renewed > 0) Log.infof("Made the passages of %s articles again, as this release makes them", renewed);
    }

    private Optional<String> oldest() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> ids = entities.createNativeQuery(OLDEST)
                    .setParameter(1, PassageMaker.RECIPE)
                    .getResultList();
            return ids.stream().map(String.class::cast).findFirst();
        });
    }

    private record Published(int version, ArticleContent content) {}

    private void renew(String id) {
        Optional<Published> before = QuarkusTransaction.requiringNew().call(() -> articles.published(articles.lock(id))
                .map(version -> new Published(version.number, version.content())));
        List<PreparedPassage> prepared =
                before.map(published -> maker.passages(published.content())).orElse(List.of());
        QuarkusTransaction.requiringNew().run(() -> {
            Optional<ArticleVersionEntity> now = articles.published(articles.lock(id));
            // Published anew or retracted meanwhile: whoever did it has written the passages.
            if (!now.map(version -> version.number).equals(before.map(Published::version))) return;
            passages.clear(id);
            now.ifPresent(version -> passages.fill(version, prepared));
        });
    }
}
