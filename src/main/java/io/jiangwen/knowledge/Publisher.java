package io.jiangwen.knowledge;

import io.jiangwen.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Publishes and retracts: what is published is findable at commit, what is retracted is gone at commit. Embeddings are
 * computed before the transaction opens.
 */
@ApplicationScoped
public class Publisher {
    private final ArticleRepository articles;
    private final PassageMaker maker;
    private final PassageTable passages;
    private final ArticleNews news;
    private final Clock clock;

    Publisher(ArticleRepository articles, PassageMaker maker, PassageTable passages, ArticleNews news, Clock clock) {
        this.articles = articles;
        this.maker = maker;
        this.passages = passages;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Publishes the newest version, which is in review; once more changes nothing.
     *
     * @throws StaleVersion when another version is the newest
     * @throws NotInReview when it is neither in review nor published
     */
    @Transactional(Transactional.TxType.NEVER)
    public ArticleView publish(String id, Approval approval) {
        ArticleContent content = QuarkusTransaction.requiringNew()
                .call(() -> approvable(articles.lock(id), approval).content());
        List<PreparedPassage> prepared = maker.passages(content);
        return QuarkusTransaction.requiringNew().call(() -> {
            ArticleEntity article = articles.lock(id);
            ArticleVersionEntity version = approvable(article, approval);
            if (version.state == ArticleState.IN_REVIEW) {
                version.approvedBy = approval.approver();
                version.withoutProof = approval.withoutProof();
                publish(article, version, prepared);
            }
            return ArticleView.of(article, version);
        });
    }

    /** Publishes what the release ships as the next version: it counts as reviewed. */
    @Transactional(Transactional.TxType.NEVER)
    public ArticleView publishShipped(String id, ArticleContent content, String hash) {
        PreparedArticle prepared = prepare(id, content, hash);
        return QuarkusTransaction.requiringNew().call(() -> publishShipped(prepared));
    }

    /**
     * Cuts and embeds, which takes nearly all the time and may be done on several threads.
     *
     * @throws Problem.Conflict {@code nothing-to-find} when the text has nothing but headings
     */
    @Transactional(Transactional.TxType.NEVER)
    public PreparedArticle prepare(String id, ArticleContent content, String hash) {
        return new PreparedArticle(id, content, hash, maker.passages(content));
    }

    /** Publishes each as {@link #publishShipped(String, ArticleContent, String)} does, in this order: all or none. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void publishShipped(List<PreparedArticle> prepared) {
        prepared.forEach(this::publishShipped);
    }

    private ArticleView publishShipped(PreparedArticle prepared) {
        ArticleEntity article = articles.lockOptional(prepared.id()).orElseGet(() -> shipped(prepared.id()));
        article.shippedHash = prepared.hash();
        ArticleVersionEntity version = ArticleVersionEntity.saying(prepared.content());
        version.state = ArticleState.IN_REVIEW;
        version.createdAt = now();
        publish(article, articles.append(article, version), prepared.passages());
        return ArticleView.of(article, version);
    }

    /** Withdraws the article with whatever waits for review; once more changes nothing. */
    @Transactional
    public ArticleView retract(String id, @Nullable String reason) {
        ArticleEntity article = articles.lock(id);
        ArticleVersionEntity newest = articles.newest(article);
        if (newest.state == ArticleState.RETRACTED && article.publishedVersion == null)
            return ArticleView.of(article, newest);
        Optional<ArticleVersionEntity> published = articles.published(article);
        published.ifPresent(version -> withdraw(version, reason));
        withdraw(newest, reason);
        article.publishedVersion = null;
        article.editedAtDesk = true;
        passages.clear(id);
        if (published.isPresent()) news.retracted(article, newest);
        return ArticleView.of(article, newest);
    }

    private void withdraw(ArticleVersionEntity version, @Nullable String reason) {
        version.state = ArticleState.RETRACTED;
        version.retractedAt = now();
        version.retraction = reason;
    }

    private ArticleVersionEntity approvable(ArticleEntity article, Approval approval) {
        if (approval.version() != article.newestVersion)
            throw new StaleVersion(approval.version(), article.newestVersion);
        ArticleVersionEntity newest = articles.newest(article);
        if (newest.state != ArticleState.IN_REVIEW && newest.state != ArticleState.PUBLISHED)
            throw new NotInReview(newest.state);
        return newest;
    }

    private void publish(ArticleEntity article, ArticleVersionEntity version, List<PreparedPassage> prepared) {
        articles.published(article).ifPresent(before -> before.state = ArticleState.SUPERSEDED);
        // The database allows one published version: the one before must have stepped down.
        articles.flush();
        version.state = ArticleState.PUBLISHED;
        version.publishedAt = now();
        article.publishedVersion = version.number;
        article.show(version);
        passages.clear(article.id);
        passages.fill(version, prepared);
        news.published(article, version);
    }

    private ArticleEntity shipped(String id) {
        if (!NewArticle.isId(id)) throw new InvalidArticle("invalid-id", "Not an id of an article: " + id);
        ArticleEntity article = new ArticleEntity();
        article.id = id;
        article.createdAt = now();
        return article;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
