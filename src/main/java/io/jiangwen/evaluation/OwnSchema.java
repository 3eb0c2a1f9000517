package io.jiangwen.evaluation;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A schema that exists for one command. Its connection holds an advisory lock on its name for as long as the process
 * lives, so that whoever comes next can tell a schema that is in use from one that a killed run left.
 */
final class OwnSchema implements AutoCloseable {
    static final String PREFIX = "jiangwen_evaluation_";

    /** First half of the advisory lock's key: "jwev" in ASCII. The second is a hash of the name. */
    private static final int LOCKS = 0x6a776576;

    private static final String KEPT = "kept";
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");

    private final Connection connection;
    private final String name;
    private final String vectorSchema;
    private final boolean keep;
    private boolean gone;

    private OwnSchema(Connection connection, String name, String vectorSchema, boolean keep) {
        this.connection = connection;
        this.name = name;
        this.vectorSchema = vectorSchema;
        this.keep = keep;
    }

    /**
     * Drops what killed runs left, then makes a new one.
     *
     * @param keep whether it stays when this is closed
     * @throws SQLException when the database does not answer or allows no schema
     */
    static OwnSchema create(DatabaseAddress database, boolean keep) throws SQLException {
        String name = PREFIX + HexFormat.of().toHexDigits(new SecureRandom().nextInt());
        Connection connection = database.connect(name);
        try {
            dropStale(connection);
            if (!lock(connection, name)) throw new SQLException("the schema " + name + " is in use");
            execute(connection, "CREATE SCHEMA " + name);
            // Made here it is nobody's to drop with the schema.
            execute(connection, "CREATE EXTENSION IF NOT EXISTS vector SCHEMA public");
            return new OwnSchema(connection, name, vectorSchema(connection), keep);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    String name() {
        return name;
    }

    /** Settings of connections that live in this schema and read tables in one fixed order. */
    String parameters() {
        return "currentSchema=" + name + "," + vectorSchema + "&ApplicationName=" + name
                + "&options=-c%20synchronize_seqscans=off%20-c%20max_parallel_workers_per_gather=0";
    }

    /**
     * Drops the approximate indexes, so that the nearest vectors are the nearest and the same in every run: an HNSW graph
     * is drawn at random when it is built.
     */
    void searchExactly() throws SQLException {
        List<String> indexes = strings(
                "SELECT c.relname FROM pg_class c JOIN pg_am a ON a.oid = c.relam JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE a.amname IN ('hnsw', 'ivfflat') AND n.nspname = '" + name + "'");
        for (String index : indexes) execute(connection, "DROP INDEX " + name + "." + checked(index));
    }

    /** Tells the planner what was loaded. */
    void analyse() throws SQLException {
        for (String table : strings("SELECT tablename FROM pg_tables WHERE schemaname = '" + name + "'")) {
            execute(connection, "ANALYZE " + name + "." + checked(table));
        }
    }

    /** Drops the schema, whoever of this process still works in it; or marks it as one to keep. Once. */
    @Override
    public synchronized void close() throws SQLException {
        if (gone) return;
        gone = true;
        try (connection) {
            if (keep) {
                execute(connection, "COMMENT ON SCHEMA " + name + " IS '" + KEPT + "'");
            } else {
                endOthers();
                execute(connection, "DROP SCHEMA IF EXISTS " + name + " CASCADE");
            }
        }
    }

    private void endOthers() throws SQLException {
        try (PreparedStatement end =
                connection.prepareStatement("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE application_name = ? AND pid <> pg_backend_pid() AND usename = current_user")) {
            end.setString(1, name);
            end.execute();
        }
    }

    private static void dropStale(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT nspname FROM pg_namespace WHERE starts_with(nspname, ?) AND pg_has_role(nspowner, 'USAGE')"
                        + " AND obj_description(oid, 'pg_namespace') IS DISTINCT FROM ?")) {
            query.setString(1, PREFIX);
            query.setString(2, KEPT);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) names.add(rows.getString(1));
            }
        }
        for (String stale : names) {
            if (lock(connection, stale)) execute(connection, "DROP SCHEMA IF EXISTS " + checked(stale) + " CASCADE");
        }
    }

    /** Until the connection ends; false where another process has it. */
    private static boolean lock(Connection connection, String name) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_lock(?, hashtext(?))")) {
            lock.setInt(1, LOCKS);
            lock.setString(2, name);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static String vectorSchema(Connection connection) throws SQLException {
        return strings(
                        connection,
                        "SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace"
                                + " WHERE e.extname = 'vector'")
                .getFirst();
    }

    private List<String> strings(String sql) throws SQLException {
        return strings(connection, sql);
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) found.add(rows.getString(1));
        }
        return found;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Identifiers cannot be bound: only plain ones become part of a statement. */
    private static String checked(String identifier) throws SQLException {
        if (!NAME.matcher(identifier).matches()) throw new SQLException("not a name of ours: " + identifier);
        return identifier;
    }
}
