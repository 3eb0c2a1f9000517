package io.jiangwen.knowledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code article}: what all its versions share. */
@Entity
@Table(name = "article")
class ArticleEntity {
    @Id
    String id;

    @Enumerated(EnumType.STRING)
    ArticleKind kind;

    @Enumerated(EnumType.STRING)
    Visibility.Scope visibility;

    @Nullable
    String audience;

    @Column(name = "ticket_id")
    @Nullable
    UUID ticketId;

    @Column(name = "author_account")
    @Nullable
    UUID authorAccount;

    @Column(name = "newest_version")
    int newestVersion;

    @Column(name = "published_version")
    @Nullable
    Integer publishedVersion;

    @Column(name = "shipped_hash")
    @Nullable
    String shippedHash;

    @Column(name = "edited_at_desk")
    boolean editedAtDesk;

    @Column(name = "created_at")
    Instant createdAt;

    /** Readers see what this version says, and those whom it names. */
    void show(ArticleVersionEntity version) {
        kind = version.kind;
        visibility = version.visibility;
        audience = version.audience;
    }
}
