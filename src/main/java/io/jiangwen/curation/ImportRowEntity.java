package io.jiangwen.curation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code import_row}: what became of a file. */
@Entity
@Table(name = "import_row")
@IdClass(ImportKey.class)
class ImportRowEntity {
    @Id
    @Column(name = "job_id")
    UUID jobId;

    @Id
    int ordinal;

    String file;

    @Nullable
    String entry;

    @Column(name = "row_number")
    @Nullable
    Integer line;

    @Nullable
    Integer page;

    String outcome;

    @Nullable
    String code;

    @Nullable
    String reason;

    @Column(name = "article_id")
    @Nullable
    String articleId;

    static ImportRowEntity of(ImportFileEntity file, ImportOutcome result) {
        ImportRowEntity row = new ImportRowEntity();
        row.jobId = file.jobId;
        row.ordinal = file.ordinal;
        row.file = file.name;
        switch (result) {
            case ImportOutcome.Created created -> row.say("CREATED", created.article());
            case ImportOutcome.Updated updated -> row.say("UPDATED", updated.article());
            case ImportOutcome.Unchanged unchanged -> row.say("UNCHANGED", unchanged.article());
            case ImportOutcome.Skipped skipped -> {
                row.say("SKIPPED", skipped.twin());
                row.code = "duplicate";
                row.reason = "article " + skipped.twin() + " has the same text";
            }
            case ImportOutcome.Failed failed -> {
                row.say("FAILED", null);
                row.line = failed.line();
                row.code = failed.code();
                row.reason = failed.line() == null ? failed.reason() : "line " + failed.line() + ": " + failed.reason();
            }
        }
        return row;
    }

    private void say(String word, @Nullable String article) {
        outcome = word;
        articleId = article;
    }
}
