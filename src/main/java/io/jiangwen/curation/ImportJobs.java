package io.jiangwen.curation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Uploads with their waiting files and their rows. */
@ApplicationScoped
class ImportJobs implements PanacheRepositoryBase<ImportJobEntity, UUID> {
    /**
     * The oldest upload with work left, held until the transaction ends; what another worker holds is passed by. A
     * worker that dies lets go of it, so nothing has to be resumed.
     */
    Optional<ImportJobEntity> hold() {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        SELECT * FROM import_job WHERE state IN ('QUEUED', 'RUNNING')
                        ORDER BY created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
                        """, ImportJobEntity.class)
                .uniqueResultOptional();
    }

    Optional<ImportFileEntity> nextFile(UUID job) {
        return getEntityManager()
                .createQuery("from ImportFileEntity where jobId = :job order by ordinal", ImportFileEntity.class)
                .setParameter("job", job)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    Optional<ImportFileEntity> file(ImportKey key) {
        return Optional.ofNullable(getEntityManager().find(ImportFileEntity.class, key));
    }

    /** The row replaces the file: nothing is done twice. */
    void done(ImportFileEntity file, ImportRowEntity row) {
        getEntityManager().persist(row);
        getEntityManager().remove(file);
        getEntityManager().flush();
    }

    /** Keeps a file until its turn, and not in memory. */
    void queue(ImportFileEntity file) {
        getEntityManager().persist(file);
        getEntityManager().flush();
        getEntityManager().detach(file);
    }

    /** Rows after an ordinal, in the order of the files. */
    List<ImportRowEntity> rows(UUID job, int after, int limit) {
        return getEntityManager()
                .createQuery(
                        "from ImportRowEntity where jobId = :job and ordinal > :after order by ordinal",
                        ImportRowEntity.class)
                .setParameter("job", job)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Pairs of outcome and number. */
    List<Object[]> outcomes(UUID job) {
        return getEntityManager()
                .createQuery(
                        "select outcome, count(*) from ImportRowEntity where jobId = :job group by outcome",
                        Object[].class)
                .setParameter("job", job)
                .getResultList();
    }

    /** Uploads older than a moment, newest first. */
    List<ImportJobEntity> before(Instant moment, int limit) {
        return find("createdAt < ?1 order by createdAt desc", moment)
                .page(0, limit)
                .list();
    }
}
