package io.jiangwen.knowledge;

import io.jiangwen.text.Language;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code article_version}: what it says never changes, only where it stands. */
@Entity
@Table(name = "article_version")
@IdClass(ArticleVersionEntity.Key.class)
class ArticleVersionEntity {
    @Id
    @Column(name = "article_id")
    String articleId;

    @Id
    int number;

    @Enumerated(EnumType.STRING)
    ArticleState state;

    @Enumerated(EnumType.STRING)
    ArticleKind kind;

    @Enumerated(EnumType.STRING)
    Visibility.Scope visibility;

    @Nullable
    String audience;

    String title;
    String text;
    String language;

    @Nullable
    String trade;

    List<String> keywords;
    String author;
    String source;
    String licence;

    @Column(name = "review_by")
    @Nullable
    LocalDate reviewBy;

    int safety;

    @Column(name = "written_by")
    @Nullable
    UUID writtenBy;

    @Column(name = "approved_by")
    @Nullable
    UUID approvedBy;

    @Column(name = "without_proof")
    @Nullable
    String withoutProof;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "published_at")
    @Nullable
    Instant publishedAt;

    @Column(name = "retracted_at")
    @Nullable
    Instant retractedAt;

    /** Why it was retracted. */
    @Nullable
    String retraction;

    static ArticleVersionEntity saying(ArticleContent content) {
        ArticleVersionEntity version = new ArticleVersionEntity();
        version.kind = content.kind();
        version.visibility = content.visibility().scope();
        version.audience = content.visibility().audience();
        version.title = content.title();
        version.text = content.text();
        version.language = content.language().tag();
        version.trade = content.trade();
        version.keywords = content.keywords();
        version.author = content.author();
        version.source = content.source();
        version.licence = content.licence();
        version.reviewBy = content.reviewBy();
        version.safety = content.safety();
        return version;
    }

    ArticleContent content() {
        return new ArticleContent(
                kind,
                title,
                text,
                Language.ofTag(language),
                trade,
                keywords,
                author,
                source,
                licence,
                reviewBy,
                Visibility.of(visibility, audience),
                safety);
    }

    boolean waits() {
        return state == ArticleState.DRAFT || state == ArticleState.IN_REVIEW;
    }

    record Key(String articleId, int number) implements Serializable {}
}
