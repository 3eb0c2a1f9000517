package io.jiangwen.knowledge;

import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Where articles are written: versions up to review. Joins the caller's transaction. */
@ApplicationScoped
public class ArticleDesk {
    private final ArticleRepository articles;
    private final ArticleNews news;
    private final Clock clock;

    ArticleDesk(ArticleRepository articles, ArticleNews news, Clock clock) {
        this.articles = articles;
        this.news = news;
        this.clock = clock;
    }

    /** @throws Problem.Conflict {@code article-exists} when the id is taken */
    @Transactional
    public ArticleView create(NewArticle fresh) {
        if (articles.findByIdOptional(fresh.id()).isPresent())
            throw new Problem.Conflict("article-exists", "There is an article with this id already.");
        ArticleEntity article = new ArticleEntity();
        article.id = fresh.id();
        article.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional.ofNullable(fresh.reply()).ifPresent(reply -> {
            article.ticketId = reply.ticket();
            article.authorAccount = reply.craftsman();
        });
        ArticleVersionEntity version = ArticleVersionEntity.saying(fresh.content());
        version.state = fresh.state();
        version.writtenBy = fresh.writtenBy();
        return append(article, version);
    }

    /** Whether a case was made from this ticket already. */
    @Transactional
    public boolean isWritten(UUID ticket) {
        return articles.count("ticketId", ticket) > 0;
    }

    /**
     * Adds a version. A draft stays a draft; what is in review or published goes to review; what was retracted becomes
     * a draft. A craftsman's case keeps the craftsman as author.
     *
     * @throws StaleVersion when there is a newer one
     */
    @Transactional
    public ArticleView revise(String id, Revision revision) {
        ArticleEntity article = articles.lock(id);
        ArticleVersionEntity newest = articles.newest(article);
        if (revision.basedOn() != newest.number) throw new StaleVersion(revision.basedOn(), newest.number);
        ArticleContent content = article.authorAccount == null
                ? revision.content()
                : revision.content().by(newest.author);
        ArticleVersionEntity version = ArticleVersionEntity.saying(content);
        version.state = revision.submitted() ? ArticleState.IN_REVIEW : after(newest.state);
        version.writtenBy = revision.writtenBy();
        article.editedAtDesk = true;
        return append(article, version);
    }

    /**
     * Puts what a release ships before the curators, because the article was edited here since. What it says already is
     * not put before them again.
     */
    @Transactional
    public ArticleView reviewShipped(String id, ArticleContent content, String hash) {
        ArticleEntity article = articles.lock(id);
        article.shippedHash = hash;
        article.editedAtDesk = true;
        ArticleVersionEntity newest = articles.newest(article);
        if (newest.content().equals(content)) return ArticleView.of(article, newest);
        return revise(id, new Revision(newest.number, content, null, true));
    }

    /**
     * Hands the newest version to review; once more changes nothing.
     *
     * @throws NotInReview when it is no draft
     */
    @Transactional
    public ArticleView submit(String id) {
        ArticleEntity article = articles.lock(id);
        ArticleVersionEntity newest = articles.newest(article);
        if (newest.state == ArticleState.DRAFT) {
            newest.state = ArticleState.IN_REVIEW;
            news.inReview(newest);
        } else if (newest.state != ArticleState.IN_REVIEW) {
            throw new NotInReview(newest.state);
        }
        return ArticleView.of(article, newest);
    }

    private ArticleView append(ArticleEntity article, ArticleVersionEntity version) {
        version.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        articles.append(article, version);
        if (version.state == ArticleState.IN_REVIEW) news.inReview(version);
        return ArticleView.of(article, version);
    }

    private static ArticleState after(ArticleState state) {
        return switch (state) {
            case DRAFT, RETRACTED -> ArticleState.DRAFT;
            case IN_REVIEW, PUBLISHED -> ArticleState.IN_REVIEW;
            case SUPERSEDED -> throw new IllegalStateException("the newest version is superseded");
        };
    }
}
