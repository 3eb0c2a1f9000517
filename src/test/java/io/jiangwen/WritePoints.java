package io.jiangwen;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Every place where the service writes: triggers of the test count the writing statements of an operation and stop the
 * chosen one, inside the database, until the test lets it go. The service itself knows nothing of it.
 */
final class WritePoints implements AutoCloseable {
    private static final int LOCK = 4711;
    private static final List<String> TABLES = List.of(
            "conversation",
            "turn",
            "ticket",
            "ticket_event",
            "ticket_clock",
            "ticket_offer",
            "ticket_message",
            "ticket_draft",
            "article",
            "article_version",
            "passage",
            "outbox_event",
            "idempotent_request");

    private final Connection connection;

    WritePoints(Connection connection) throws SQLException {
        this.connection = connection;
        run("CREATE SEQUENCE write_point");
        run("CREATE TABLE write_plan (stop_at bigint)");
        run("INSERT INTO write_plan VALUES (NULL)");
        run("""
                CREATE FUNCTION write_point() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF nextval('write_point') = (SELECT stop_at FROM write_plan) THEN
                        PERFORM pg_advisory_lock(%1$s);
                        PERFORM pg_advisory_unlock(%1$s);
                    END IF;
                    RETURN NULL;
                END $$
                """.formatted(LOCK));
        for (String table : TABLES)
            run("CREATE TRIGGER write_point_tg AFTER INSERT OR UPDATE OR DELETE ON " + table
                    + " FOR EACH STATEMENT EXECUTE FUNCTION write_point()");
        // The moment of commit: what is stopped here goes through although nobody is left to hear of it.
        run("CREATE CONSTRAINT TRIGGER write_point_at_commit_tg AFTER INSERT ON outbox_event"
                + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION write_point()");
        hold();
    }

    /** Counts from now on, and stops nobody. */
    void count() throws SQLException {
        run("UPDATE write_plan SET stop_at = NULL");
        run("ALTER SEQUENCE write_point RESTART");
    }

    /** How many writes there were since {@link #count()}. */
    int counted() throws SQLException {
        return number("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM write_point");
    }

    /** Stops at the n-th write from now on; the plan stands before the count begins, for the service writes of itself too. */
    void stopAt(int n) throws SQLException {
        run("UPDATE write_plan SET stop_at = " + n);
        run("ALTER SEQUENCE write_point RESTART");
    }

    boolean hasStopped() throws SQLException {
        return number("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = " + LOCK)
                > 0;
    }

    /** Lets the stopped write go, and stops nobody any more. */
    void release() throws SQLException {
        run("UPDATE write_plan SET stop_at = NULL");
        run("SELECT pg_advisory_unlock(" + LOCK + ")");
    }

    /** To be able to stop somebody again. */
    void hold() throws SQLException {
        run("SELECT pg_advisory_lock(" + LOCK + ")");
    }

    /** As if the time had passed after which a request that was cut off may be sent again. */
    void forgetUnanswered() throws SQLException {
        run("UPDATE idempotent_request SET created_at = created_at - interval '10 minutes' WHERE status IS NULL");
    }

    int number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getInt(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
