package io.jiangwen.knowledge;

import io.jiangwen.model.Embedder;
import io.jiangwen.text.Language;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * Makes the passages of published articles again that an older release made, or another embedding model than the one
 * configured now; one article at a time and behind the searches. They find the old passages until the new ones are there;
 * those of another model by their words only, for vectors of different models are never compared.
 */
@ApplicationScoped
class PassageRenewal {
    private static final String OLDEST = """
            SELECT article_id FROM passage WHERE recipe < ?1 ORDER BY recipe, article_id LIMIT 1
            """;

    /** Reads the whole table when there is none, so it is asked until then and not again. */
    private static final String FOREIGN = """
            SELECT article_id FROM passage WHERE model <> CASE language WHEN 'en' THEN ?1 ELSE ?2 END LIMIT 1
            """;

    private final EntityManager entities;
    private final ArticleRepository articles;
    private final PassageMaker maker;
    private final PassageTable passages;
    private final Embedder embedder;
    private volatile boolean ofOneModel;

    PassageRenewal(
            EntityManager entities,
            ArticleRepository articles,
            PassageMaker maker,
            PassageTable passages,
            Embedder embedder) {
        this.embedder = embedder;
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
            Optional<String> older = ids.stream().map(String.class::cast).findFirst();
            return older.isPresent() || ofOneModel ? older : foreign();
        });
    }

    private Optional<String> foreign() {
        List<?> ids = entities.createNativeQuery(FOREIGN)
                .setParameter(1, embedder.model(Language.EN))
                .setParameter(2, embedder.model(Language.ZH))
                .getResultList();
        ofOneModel = ids.isEmpty();
        return ids.stream().map(String.class::cast).findFirst();
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
