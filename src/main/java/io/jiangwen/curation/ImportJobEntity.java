package io.jiangwen.curation;

import io.jiangwen.knowledge.ArticleKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code import_job}: one upload. */
@Entity
@Table(name = "import_job")
class ImportJobEntity {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    ImportState state;

    @Column(name = "created_by")
    UUID createdBy;

    /** The author of files that name none: who uploaded them. */
    String author;

    /** Of files that do not say theirs. */
    @Enumerated(EnumType.STRING)
    @Nullable
    ArticleKind kind;

    @Column(name = "enterprise_id")
    @Nullable
    UUID enterpriseId;

    @Column(name = "dry_run")
    boolean dryRun;

    int files;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "finished_at")
    @Nullable
    Instant finishedAt;
}
