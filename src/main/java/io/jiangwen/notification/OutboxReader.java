package io.jiangwen.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Reads the outbox from a cursor. Blocking. */
@ApplicationScoped
class OutboxReader {
    private final DataSource dataSource;
    private final NotificationConfig config;
    private final Clock clock;

    OutboxReader(DataSource dataSource, NotificationConfig config, Clock clock) {
        this.dataSource = dataSource;
        this.config = config;
        this.clock = clock;
    }

    /** The newest sequence number, 0 for an empty outbox. */
    long newest() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT coalesce(max(seq), 0) FROM outbox_event");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox cannot be read", e);
        }
    }

    /** Events after the cursor that carry one of the tags, oldest first. */
    List<OutboxEvent> after(long cursor, Set<String> tags, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT seq, at, type, subject, data FROM outbox_event
                        WHERE seq > ? AND audience && ?
                        ORDER BY seq LIMIT ?
                        """)) {
            statement.setLong(1, cursor);
            statement.setArray(2, connection.createArrayOf("text", tags.toArray()));
            statement.setInt(3, limit);
            List<OutboxEvent> events = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    events.add(new OutboxEvent(
                            row.getLong("seq"),
                            row.getObject("at", OffsetDateTime.class),
                            row.getString("type"),
                            row.getString("subject"),
                            row.getString("data")));
                }
            }
            return events;
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox cannot be read", e);
        }
    }

    /** Forgets events that are too old to be replayed; returns how many. */
    int forgetOld() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("DELETE FROM outbox_event WHERE at < ?")) {
            statement.setObject(1, OffsetDateTime.now(clock).minus(config.keep()));
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox cannot be cleaned", e);
        }
    }
}
