package io.jiangwen.curation;

import io.agroal.api.AgroalDataSource;
import io.jiangwen.curation.KnowledgeFiles.RawFile;
import io.jiangwen.knowledge.GlossaryFile;
import io.jiangwen.knowledge.GlossaryStore;
import io.jiangwen.knowledge.KnowledgeConfig;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Loads the shipped articles when the service starts, beside it: what did not change costs nothing. */
@ApplicationScoped
class KnowledgeBaseLoader {
    /** Any number that nothing else locks. */
    private static final long LOCK = 0x6a69_616e_6777_656eL;

    private final KnowledgeConfig config;
    private final Shelf shelf;
    private final GlossaryStore glossary;
    private final AgroalDataSource database;
    private final ManagedExecutor executor;
    private final Clock clock;

    private volatile LoadReport report = LoadReport.empty(LoadReport.State.NOT_RUN);
    private volatile boolean stopping;

    KnowledgeBaseLoader(
            KnowledgeConfig config,
            Shelf shelf,
            GlossaryStore glossary,
            AgroalDataSource database,
            ManagedExecutor executor,
            Clock clock) {
        this.config = config;
        this.shelf = shelf;
        this.glossary = glossary;
        this.database = database;
        this.executor = executor;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (config.loadAtStart()) executor.execute(this::loadShipped);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Whether what is shipped has been loaded as far as it can be, so that a missing answer is really missing. */
    boolean isSettled() {
        return !config.loadAtStart()
                || switch (report.state()) {
                    case NOT_RUN, RUNNING -> false;
                    case DONE, FAILED -> true;
                };
    }

    /** What the last load did on this node. */
    LoadReport lastReport() {
        return report;
    }

    /**
     * Loads these files now; another node that loads is waited for, and has then left nothing to do.
     *
     * @throws SQLException when the database cannot be reached
     */
    LoadReport load(List<RawFile> files) throws SQLException {
        report = LoadReport.empty(LoadReport.State.RUNNING);
        ShelfLoad load = shelf.begin();
        try (Connection connection = database.getConnection()) {
            lock(connection, "SELECT pg_advisory_lock(?)");
            try {
                for (RawFile file : files) {
                    if (stopping) break;
                    load.take(ShippedFile.read(file));
                }
            } finally {
                lock(connection, "SELECT pg_advisory_unlock(?)");
            }
        }
        LoadReport done = load.report(OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC));
        report = done;
        return done;
    }

    /** Takes over a shipped glossary; a wrong line is told and left out. */
    void load(byte[] shipped) throws SQLException {
        GlossaryFile file = GlossaryFile.parse(new String(shipped, StandardCharsets.UTF_8));
        file.problems().forEach(wrong -> Log.warnf("Glossary, line %s left out: %s", wrong.line(), wrong.reason()));
        if (glossary.ship(file.terms(), ShippedFile.hash(shipped)))
            Log.infof("Glossary: %s terms loaded", file.terms().size());
    }

    private void loadShipped() {
        try {
            Optional<byte[]> terms = KnowledgeFiles.glossary(config.dir());
            if (terms.isPresent()) load(terms.get());
            tell(load(KnowledgeFiles.read(config.dir())));
        } catch (IOException | SQLException | RuntimeException e) {
            report = LoadReport.empty(LoadReport.State.FAILED);
            if (!stopping) Log.error("The shipped articles could not be loaded", e);
        }
    }

    private static void tell(LoadReport done) {
        Log.infof(
                "Knowledge base: %s new, %s changed, %s for review, %s as they were",
                done.created().size(), done.updated().size(), done.inReview().size(), done.unchanged());
        done.problems()
                .forEach(problem ->
                        Log.warnf("Knowledge base: %s, line %s: %s", problem.file(), problem.line(), problem.reason()));
        if (!done.gone().isEmpty())
            Log.warnf("Knowledge base: no file any more for %s; they stay published", done.gone());
    }

    private static void lock(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }
}
