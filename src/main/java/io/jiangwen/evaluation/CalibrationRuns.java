package io.jiangwen.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Fits that were asked for. One runs at a time, on whichever node: it holds an advisory lock for as long as it lives, so
 * that one that was killed is told from one that runs.
 */
@ApplicationScoped
class CalibrationRuns {
    static final String ALL = "all";

    /** "jwca" in ASCII, and nothing else: there is one lock. */
    private static final int LOCK = 0x6a776361;

    private static final String KILLED = "The service ended before the fit did; start it again.";
    private static final TypeReference<List<Refitted>> RESULTS = new TypeReference<>() {};

    private static final String END_KILLED = """
            UPDATE calibration_run SET state = 'FAILED', message = ?, finished_at = ? WHERE state = 'RUNNING'
            """;

    private static final String START = """
            INSERT INTO calibration_run (id, part, state, started_at) VALUES (?, ?, 'RUNNING', ?)
            """;

    private static final String RECORD = """
            UPDATE calibration_run SET state = ?, results = CAST(? AS jsonb), message = ?, finished_at = ? WHERE id = ?
            """;

    private static final String FIND = """
            SELECT id, part, state, CAST(results AS text), message, started_at, finished_at,
                EXISTS (SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                        WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.granted
                            AND l.classid = CAST(? AS bigint) AND l.objid = 0)
            FROM calibration_run WHERE id = ?
            """;

    private final DataSource database;
    private final ObjectMapper json;
    private final Clock clock;

    CalibrationRuns(DataSource database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** A run that nobody else can start beside; closing it lets the next one in. */
    final class Running implements AutoCloseable {
        private final Connection connection;
        private final UUID id;

        private Running(Connection connection, UUID id) {
            this.connection = connection;
            this.id = id;
        }

        UUID id() {
            return id;
        }

        /** Writes down how far it got, on the connection that holds the lock: without the lock nothing is written. */
        void record(CalibrationRun.State state, List<Refitted> results, @Nullable String message) throws SQLException {
            try (PreparedStatement update = connection.prepareStatement(RECORD)) {
                update.setString(1, state.name());
                update.setString(2, json.writeValueAsString(results));
                update.setString(3, message);
                update.setObject(4, state == CalibrationRun.State.RUNNING ? null : now());
                update.setObject(5, id);
                update.executeUpdate();
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("results cannot be written", e);
            }
        }

        @Override
        public void close() throws SQLException {
            try (connection) {
                lock("SELECT pg_advisory_unlock(?, 0)", connection);
            }
        }
    }

    /**
     * Starts one.
     *
     * @throws Problem.Conflict {@code calibration-running} when one runs already
     */
    @SuppressWarnings("resource") // the connection is handed on with the lock it holds
    Running start(String part) throws SQLException {
        Connection connection = database.getConnection();
        boolean held = false;
        try {
            held = lock("SELECT pg_try_advisory_lock(?, 0)", connection);
            if (!held) throw new Problem.Conflict("calibration-running", "Another fit is running; wait for its end.");
            UUID id = UUID.randomUUID();
            execute(connection, END_KILLED, KILLED, now());
            execute(connection, START, id, part, now());
            Running running = new Running(connection, id);
            held = false;
            connection = null;
            return running;
        } finally {
            if (held && connection != null) lock("SELECT pg_advisory_unlock(?, 0)", connection);
            if (connection != null) connection.close();
        }
    }

    /** Empty where there is none with this id. */
    Optional<CalibrationRun> find(UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(FIND)) {
            query.setInt(1, LOCK);
            query.setObject(2, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(run(row)) : Optional.empty();
            }
        }
    }

    private CalibrationRun run(ResultSet row) throws SQLException {
        CalibrationRun.State state = CalibrationRun.State.valueOf(row.getString(3));
        boolean killed = state == CalibrationRun.State.RUNNING && !row.getBoolean(8);
        try {
            return new CalibrationRun(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    killed ? CalibrationRun.State.FAILED : state,
                    json.readValue(row.getString(4), RESULTS),
                    killed ? KILLED : row.getString(5),
                    row.getObject(6, OffsetDateTime.class),
                    row.getObject(7, OffsetDateTime.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("results cannot be read", e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static boolean lock(String sql, Connection connection) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement(sql)) {
            call.setInt(1, LOCK);
            try (ResultSet row = call.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            statement.executeUpdate();
        }
    }
}
