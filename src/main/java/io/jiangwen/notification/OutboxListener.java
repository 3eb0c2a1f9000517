package io.jiangwen.notification;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Wakes the streams that an event concerns: one thread per node, which keeps one connection of the pool for LISTEN.
 * A notification says only that something happened, so a lost one costs at most the time until the next poll.
 */
@ApplicationScoped
class OutboxListener {
    private static final int AT_ONCE = 1_000;

    private final DataSource dataSource;
    private final LiveStreams streams;
    private final NotificationConfig config;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private long seen = -1;

    OutboxListener(DataSource dataSource, LiveStreams streams, NotificationConfig config) {
        this.dataSource = dataSource;
        this.streams = streams;
        this.config = config;
        thread = Thread.ofPlatform().daemon().name("outbox-listener").unstarted(this::run);
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
        thread.interrupt();
        streams.closeAll();
    }

    private void run() {
        while (stopped.getCount() > 0) {
            try (Connection connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                if (stopped.getCount() > 0)
                    Log.warnf("Live events wait: the database cannot be listened to (%s)", e.getMessage());
            }
            pause();
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN jiangwen_outbox");
        }
        if (seen < 0) seen = newest(connection);
        PGConnection notifications = connection.unwrap(PGConnection.class);
        while (stopped.getCount() > 0) {
            wakeReaders(connection);
            notifications.getNotifications(Math.toIntExact(config.poll().toMillis()));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("UNLISTEN *");
        }
    }

    /** The present, from which this node follows; streams know their own place. */
    private static long newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT coalesce(max(seq), 0) FROM outbox_event")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void wakeReaders(Connection connection) throws SQLException {
        int found;
        do {
            found = 0;
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT seq, audience FROM outbox_event WHERE seq > ? ORDER BY seq LIMIT ?")) {
                statement.setLong(1, seen);
                statement.setInt(2, AT_ONCE);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        seen = row.getLong(1);
                        String[] audience = (String[]) row.getArray(2).getArray();
                        streams.wake(Set.copyOf(Arrays.asList(audience)));
                        found++;
                    }
                }
            }
        } while (found == AT_ONCE);
    }

    private void pause() {
        try {
            boolean ending = stopped.await(config.poll().toMillis(), TimeUnit.MILLISECONDS);
            if (ending) Log.debug("The outbox is not listened to any more");
        } catch (InterruptedException e) {
            // Interrupted by stop(), whose latch ends the loop.
            Thread.currentThread().interrupt();
        }
    }
}
