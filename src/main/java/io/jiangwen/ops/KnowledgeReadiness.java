package io.jiangwen.ops;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: published passages exist and are embedded, so that a question can be answered. */
@Readiness
@ApplicationScoped
class KnowledgeReadiness implements HealthCheck {
    private static final String NAME = "knowledge";

    private final DataSource database;

    KnowledgeReadiness(DataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT EXISTS (SELECT 1 FROM passage)");
                ResultSet row = query.executeQuery()) {
            row.next();
            return HealthCheckResponse.named(NAME).status(row.getBoolean(1)).build();
        } catch (SQLException e) {
            return HealthCheckResponse.named(NAME)
                    .down()
                    .withData("reason", "the database does not answer")
                    .build();
        }
    }
}
