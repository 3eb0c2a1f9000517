package io.jiangwen.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Lets one node at a time fit the calibration. A node that was killed loses the lease when its time is over. */
@ApplicationScoped
class RefitLease {
    private static final String TAKE = "UPDATE calibration_lease SET leased_until = ? WHERE leased_until <= ?";
    private static final String GIVE_BACK = "UPDATE calibration_lease SET leased_until = '-infinity'";

    private final DataSource database;
    private final Clock clock;

    RefitLease(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether it is ours now. */
    boolean take(Duration time) throws SQLException {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection();
                PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setObject(1, now.plus(time).atOffset(ZoneOffset.UTC));
            take.setObject(2, now.atOffset(ZoneOffset.UTC));
            return take.executeUpdate() == 1;
        }
    }

    /** Only by who took it, within its time. */
    void giveBack() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement give = connection.prepareStatement(GIVE_BACK)) {
            give.executeUpdate();
        }
    }
}
