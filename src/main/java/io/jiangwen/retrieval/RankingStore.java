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
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(CURRENT);
                ResultSet row = query.executeQuery()) {
            if (!row.next()) throw new IllegalStateException("there is no ranking");
            return new Ranking(row.getInt(1), row.getString(2), json.readValue(row.getString(3), WEIGHTS));
        } catch (SQLException e) {
            throw new RetrievalFailed(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the newest ranking cannot be read", e);
        }
    }
}
