package io.jiangwen.knowledge;

import io.jiangwen.account.Announcement;
import io.jiangwen.account.Audience;
import io.jiangwen.account.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Map;

/** Tells what became of an article, inside the transaction that changes it. */
@ApplicationScoped
class ArticleNews {
    private final Event<Announcement> announcements;
    private final Event<PassagesChanged> changes;

    ArticleNews(Event<Announcement> announcements, Event<PassagesChanged> changes) {
        this.announcements = announcements;
        this.changes = changes;
    }

    void inReview(ArticleVersionEntity version) {
        tell("article.in_review", version, Audience.role(Role.CURATOR));
    }

    void published(ArticleEntity article, ArticleVersionEntity version) {
        tell("article.published", version, readers(article));
        changes.fire(new PassagesChanged(article.id));
    }

    void retracted(ArticleEntity article, ArticleVersionEntity version) {
        tell("article.retracted", version, readers(article));
        changes.fire(new PassagesChanged(article.id));
    }

    /** Curators; the craftsman whose case it is; every craftsman when it hides nothing. */
    private static Audience readers(ArticleEntity article) {
        Audience audience = Audience.role(Role.CURATOR);
        if (article.visibility == Visibility.Scope.PUBLIC) audience = audience.and(Audience.role(Role.CRAFTSMAN));
        if (article.authorAccount != null) audience = audience.and(Audience.account(article.authorAccount));
        return audience;
    }

    private void tell(String type, ArticleVersionEntity version, Audience audience) {
        Map<String, Object> data =
                Map.of("version", version.number, "state", version.state.name(), "kind", version.kind.name());
        announcements.fire(new Announcement(type, version.articleId, data, audience));
    }
}
