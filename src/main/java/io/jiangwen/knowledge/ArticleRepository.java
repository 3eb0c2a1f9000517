package io.jiangwen.knowledge;

import io.jiangwen.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Articles with their versions. */
@ApplicationScoped
class ArticleRepository implements PanacheRepositoryBase<ArticleEntity, String> {
    /**
     * The article, held against everybody else who would write it until the transaction ends.
     *
     * @throws Problem.NotFound when there is none
     */
    ArticleEntity lock(String id) {
        return lockOptional(id).orElseThrow(() -> new Problem.NotFound("article"));
    }

    Optional<ArticleEntity> lockOptional(String id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Nullable
    ArticleVersionEntity version(String id, int number) {
        return getEntityManager().find(ArticleVersionEntity.class, new ArticleVersionEntity.Key(id, number));
    }

    /** The newest version of an article that exists. */
    ArticleVersionEntity newest(ArticleEntity article) {
        ArticleVersionEntity version = version(article.id, article.newestVersion);
        if (version == null) throw new IllegalStateException("article " + article.id + " has no newest version");
        return version;
    }

    /** What readers see at present. */
    Optional<ArticleVersionEntity> published(ArticleEntity article) {
        return Optional.ofNullable(article.publishedVersion).map(number -> version(article.id, number));
    }

    /** Adds the next version; what waited until now is superseded by it. */
    ArticleVersionEntity append(ArticleEntity article, ArticleVersionEntity version) {
        if (article.newestVersion > 0) {
            ArticleVersionEntity before = newest(article);
            if (before.waits()) before.state = ArticleState.SUPERSEDED;
        }
        article.newestVersion++;
        version.articleId = article.id;
        version.number = article.newestVersion;
        if (article.publishedVersion == null) article.show(version);
        if (!isPersistent(article)) persist(article);
        getEntityManager().persist(version);
        return version;
    }
}
