package io.jiangwen.retrieval;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** What re-ranking compares of the candidates. */
@ApplicationScoped
class PassageVectors {
    private static final String VECTORS = """
            SELECT v.passage_id, p.model, v.tokens, v.sentences
            FROM passage_vectors v JOIN passage p ON p.id = v.passage_id
            WHERE v.passage_id = ANY (?)
            """;

    private final DataSource database;

    PassageVectors(DataSource database) {
        this.database = database;
    }

    /**
     * Vectors of one passage, as {@link io.jiangwen.model.TokenVectors} keeps them.
     *
     * @param model that made them: they compare with vectors of no other
     */
    @SuppressWarnings("ArrayRecordComponent") // a hot value that is handed on and never compared or used as a key
    record Stored(String model, byte[] tokens, byte[] sentences) {}

    /**
     * By the passage's id; without those that have none yet.
     *
     * @throws RetrievalFailed when the database could not be asked
     */
    Map<Long, Stored> of(Collection<Long> passages) {
        Map<Long, Stored> found = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(VECTORS)) {
            query.setArray(1, connection.createArrayOf("bigint", passages.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.put(row.getLong(1), new Stored(row.getString(2), row.getBytes(3), row.getBytes(4)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new RetrievalFailed(e);
        }
    }
}
