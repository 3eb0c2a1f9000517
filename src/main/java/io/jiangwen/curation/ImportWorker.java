package io.jiangwen.curation;

import io.jiangwen.curation.UploadedArticle.Form;
import io.jiangwen.knowledge.StaleVersion;
import io.jiangwen.knowledge.Visibility;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Works through the uploads, file by file. Each file and its row are one transaction, which holds the upload: two nodes
 * never take the same one, and a killed worker leaves a file either done with its row or waiting.
 */
@ApplicationScoped
class ImportWorker {
    private final ImportJobs jobs;
    private final FileImport files;
    private final Clock clock;

    ImportWorker(ImportJobs jobs, FileImport files, Clock clock) {
        this.jobs = jobs;
        this.files = files;
        this.clock = clock;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void work() {
        boolean more = true;
        while (more) more = step();
    }

    /** Takes the next file of the oldest upload; false when there is none. */
    boolean step() {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Optional<ImportJobEntity> job = jobs.hold();
                job.ifPresent(this::advance);
                return job.isPresent();
            });
        } catch (StaleVersion e) {
            // Somebody edited the article at this moment: the file still waits, and is compared with the edit next.
            return true;
        } catch (FileFailed e) {
            Log.errorf(e.getCause(), "Import %s: file %s failed unexpectedly", e.key.jobId(), e.key.ordinal());
            QuarkusTransaction.requiringNew().run(() -> giveUp(e.key));
            return true;
        }
    }

    private void advance(ImportJobEntity job) {
        Optional<ImportFileEntity> next = jobs.nextFile(job.id);
        if (next.isEmpty()) {
            job.state = ImportState.DONE;
            job.finishedAt = clock.instant();
            return;
        }
        job.state = ImportState.RUNNING;
        ImportFileEntity file = next.get();
        try {
            jobs.done(file, ImportRowEntity.of(file, files.take(file, order(job))));
        } catch (StaleVersion e) {
            throw e;
        } catch (RuntimeException e) {
            throw new FileFailed(new ImportKey(file.jobId, file.ordinal), e);
        }
    }

    /** One bad file must not stop the others. */
    private void giveUp(ImportKey key) {
        jobs.file(key)
                .ifPresent(file -> jobs.done(
                        file,
                        ImportRowEntity.of(
                                file,
                                new ImportOutcome.Failed(
                                        null, "internal-error", "this file could not be taken; see the log"))));
    }

    private static FileImport.Order order(ImportJobEntity job) {
        UUID enterprise = job.enterpriseId;
        Visibility visibility = enterprise == null ? null : new Visibility.Enterprise(enterprise);
        return new FileImport.Order(new Form(job.kind, visibility, job.author), job.createdBy, job.dryRun);
    }

    /** Something nobody foresaw, and the file it happened at. */
    private static final class FileFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient ImportKey key;

        FileFailed(ImportKey key, RuntimeException cause) {
            super(cause);
            this.key = key;
        }
    }
}
