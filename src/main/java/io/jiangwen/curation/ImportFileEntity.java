package io.jiangwen.curation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code import_file}: a file that waits for its turn. */
@Entity
@Table(name = "import_file")
@IdClass(ImportKey.class)
class ImportFileEntity {
    @Id
    @Column(name = "job_id")
    UUID jobId;

    @Id
    int ordinal;

    String name;
    long size;

    /** Null for a file that was too large to keep. */
    byte @Nullable [] content;
}
