package io.jiangwen.retrieval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jiangwen.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** The rankings that were fitted; the newest one ranks. */
@ApplicationScoped
class RankingStore {
    private static final TypeReference<Map<Language, Map<Feature, Double>>> WEIGHTS = new TypeReference<>() {};

    private static final String CURRENT = """
            SELECT version, name, CAST(weights AS text) FROM ranking ORDER BY version DESC LIMIT 1
            """;

    private static final String SHIPPED = """
            SELECT version, name, CAST(weights AS text) FROM ranking WHERE shipped ORDER BY version DESC LIMIT 1
            """;

    private static final String ADD = """
            INSERT INTO ranking (name, weights, fitted_on, figures)
            SELECT 'self-' || (max(version) + 1), CAST(? AS jsonb), ?, CAST(? AS jsonb) FROM ranking
            RETURNING name
            """;

    private final DataSource database;
    private final ObjectMapper json;

    RankingStore(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * The ranking in force.
     *
     * @throws RetrievalFailed when the database could not be asked
     */
    Ranking current() {
        return first(CURRENT);
    }

    /**
     * The newest of those that came with a release: where a fit starts from.
     *
     * @throws RetrievalFailed when the database could not be asked
     */
    Ranking shipped() {
        return first(SHIPPED);
    }

    /**
     * Puts other weights in force: the next search uses them.
     *
     * @param fittedOn in words
     * @param figures sizes, and the measure before and after
     * @return the name of the new version
     * @throws RetrievalFailed when the database could not be asked
     */
    String add(Map<Language, Map<Feature, Double>> weights, String fittedOn, Map<String, Double> figures) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, json.writeValueAsString(weights));
            insert.setString(2, fittedOn);
            insert.setString(3, json.writeValueAsString(figures));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new RetrievalFailed(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("weights cannot be written", e);
        }
    }

    private Ranking first(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            if (!row.next()) throw new IllegalStateException("there is no ranking");
            return new Ranking(row.getInt(1), row.getString(2), json.readValue(row.getString(3), WEIGHTS));
        } catch (SQLException e) {
            throw new RetrievalFailed(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a ranking cannot be read", e);
        }
    }
}
