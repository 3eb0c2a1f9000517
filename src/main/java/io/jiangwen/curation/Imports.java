package io.jiangwen.curation;

import io.jiangwen.account.Caller;
import io.jiangwen.account.Enterprises;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes uploads in, and tells how they stand. */
@ApplicationScoped
class Imports {
    /** Rows or uploads of one page. */
    private static final int PAGE = 100;

    private static final int LONGEST_NAME = 300;
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final ImportJobs jobs;
    private final Enterprises enterprises;
    private final CurationConfig config;
    private final Clock clock;

    Imports(ImportJobs jobs, Enterprises enterprises, CurationConfig config, Clock clock) {
        this.jobs = jobs;
        this.enterprises = enterprises;
        this.config = config;
        this.clock = clock;
    }

    /** @param path where the upload lies until the request ends */
    record NewFile(String name, Path path, long size) {}

    /** What the form says: the same for all files. */
    record Upload(
            List<NewFile> files,
            @Nullable ArticleKind kind,
            @Nullable UUID enterprise,
            boolean dryRun) {}

    /**
     * Keeps the files; a worker takes them soon.
     *
     * @throws Problem.Invalid when there is no file, when there are too many, or the enterprise is unknown
     */
    @Transactional
    UUID queue(Upload upload, Caller caller) {
        check(upload);
        ImportJobEntity job = new ImportJobEntity();
        job.id = UUID.randomUUID();
        job.state = ImportState.QUEUED;
        job.createdBy = caller.id().value();
        job.author = caller.name();
        job.kind = upload.kind();
        job.enterpriseId = upload.enterprise();
        job.dryRun = upload.dryRun();
        job.files = upload.files().size();
        job.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jobs.persist(job);
        for (int i = 0; i < upload.files().size(); i++)
            jobs.queue(waiting(job.id, i + 1, upload.files().get(i)));
        return job.id;
    }

    @Transactional
    ImportViews.Job find(UUID id) {
        return view(jobs.findByIdOptional(id).orElseThrow(() -> new Problem.NotFound("import")));
    }

    @Transactional
    ImportViews.Page<ImportViews.Job> list(@Nullable String cursor) {
        try {
            Instant before = cursor == null ? END_OF_TIME : Instant.parse(cursor);
            List<ImportViews.Job> found =
                    jobs.before(before, PAGE).stream().map(this::view).toList();
            boolean full = found.size() == PAGE;
            return new ImportViews.Page<>(
                    found, full ? found.getLast().createdAt().toInstant().toString() : null);
        } catch (DateTimeParseException e) {
            throw unreadableCursor();
        }
    }

    @Transactional
    ImportViews.Page<ImportViews.Row> rows(UUID id, @Nullable String cursor) {
        if (jobs.findByIdOptional(id).isEmpty()) throw new Problem.NotFound("import");
        try {
            int after = cursor == null ? 0 : Integer.parseInt(cursor);
            List<ImportRowEntity> found = jobs.rows(id, after, PAGE);
            String next = found.size() == PAGE ? Integer.toString(found.getLast().ordinal) : null;
            return new ImportViews.Page<>(
                    found.stream().map(ImportViews.Row::of).toList(), next);
        } catch (NumberFormatException e) {
            throw unreadableCursor();
        }
    }

    private void check(Upload upload) {
        if (upload.files().isEmpty()) throw new Problem.Invalid("no-file", "Send at least one part named file.");
        if (upload.files().size() > config.mostFiles())
            throw new Problem.Invalid("too-many-files", "At most " + config.mostFiles() + " files at once.");
        if (upload.files().stream().mapToLong(NewFile::size).sum()
                > config.largestUpload().asLongValue()) {
            throw new UploadTooLarge(config.largestUpload().asLongValue());
        }
        if (upload.enterprise() != null && enterprises.find(upload.enterprise()).isEmpty()) {
            throw new Problem.Invalid("unknown-enterprise", "There is no enterprise with this id.");
        }
    }

    private ImportFileEntity waiting(UUID job, int ordinal, NewFile file) {
        ImportFileEntity row = new ImportFileEntity();
        row.jobId = job;
        row.ordinal = ordinal;
        String name = file.name().replaceAll("\\p{Cntrl}", "");
        row.name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        row.size = file.size();
        try {
            if (file.size() <= config.largestFile().asLongValue()) row.content = Files.readAllBytes(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException("upload " + name + " cannot be read", e);
        }
        return row;
    }

    private ImportViews.Job view(ImportJobEntity job) {
        return ImportViews.Job.of(job, jobs.outcomes(job.id));
    }

    private static Problem unreadableCursor() {
        return new Problem.Invalid("invalid-parameter", "The parameter cursor cannot be read.");
    }

    /** All files together are too much at once. */
    static final class UploadTooLarge extends Problem {
        private static final long serialVersionUID = 1L;

        UploadTooLarge(long most) {
            super(413, "body-too-large", "All files together have at most " + most + " bytes: send them in parts.");
        }
    }
}
