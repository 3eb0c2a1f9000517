package io.jiangwen.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jiangwen.account.Announcement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Stores announcements in the transaction that makes them true.
 *
 * <p>Readers follow a cursor over {@code seq}, so an event must never appear below one that was already read. An
 * identity column alone does not promise that: the transaction that drew 5 may commit after the one that drew 6.
 * Therefore numbers are drawn under a lock that is held until commit, which makes their order the order of commits.
 * Since that lock lets one transaction at a time through, it is taken at the last moment: announcements wait until
 * the transaction is about to commit. It is then also the last lock anybody takes, so it cannot be part of a deadlock.
 */
@ApplicationScoped
class Outbox {
    /** Key of the advisory lock: "jwoutbox" in ASCII. */
    private static final long LOCK = 0x6a776f7574626f78L;

    private final NotificationConfig config;
    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final ObjectMapper json;
    private final Clock clock;

    Outbox(
            NotificationConfig config,
            DataSource dataSource,
            TransactionSynchronizationRegistry transactions,
            ObjectMapper json,
            Clock clock) {
        this.config = config;
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    private record Told(Announcement announcement, OffsetDateTime at) {}

    /** @throws IllegalStateException outside a transaction: what may still be undone must not be told */
    void store(@Observes Announcement announcement) {
        if (!config.enabled()) return;
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE)
            throw new IllegalStateException(announcement.type() + " was announced outside a transaction");
        Leaving leaving = (Leaving) transactions.getResource(Outbox.class);
        if (leaving == null) {
            leaving = new Leaving();
            transactions.putResource(Outbox.class, leaving);
            transactions.registerInterposedSynchronization(leaving);
        }
        leaving.announcements.add(new Told(announcement, OffsetDateTime.now(clock)));
    }

    /** The announcements of one transaction; a failure to store them undoes it. */
    private final class Leaving implements Synchronization {
        private final List<Told> announcements = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            write(announcements);
        }

        @Override
        public void afterCompletion(int status) {}
    }

    private void write(List<Told> announcements) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)");
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO outbox_event (at, type, subject, data, audience)
                        VALUES (?, ?, ?, CAST(? AS jsonb), ?)
                        """)) {
            lock.setLong(1, LOCK);
            lock.execute();
            for (Told told : announcements) {
                Announcement announcement = told.announcement();
                insert.setObject(1, told.at());
                insert.setString(2, announcement.type());
                insert.setString(3, announcement.subject());
                insert.setString(4, json.writeValueAsString(announcement.data()));
                insert.setArray(
                        5,
                        connection.createArrayOf(
                                "text", announcement.audience().tags().toArray()));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the outbox cannot be written", e);
        }
    }
}
