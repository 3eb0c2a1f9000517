package io.jiangwen.retrieval;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Where the candidates have the words of a question. */
@ApplicationScoped
class TermPlaces {
    private static final String PLACES = """
            SELECT p.id, u.lexeme, u.positions
            FROM passage p CROSS JOIN LATERAL unnest(p.lexemes) u
            WHERE p.id = ANY (?) AND u.lexeme = ANY (?)
            """;

    private final DataSource database;

    TermPlaces(DataSource database) {
        this.database = database;
    }

    /**
     * Positions of each lexeme, ascending, by the passage's id; a passage without any is missing.
     *
     * @throws RetrievalFailed when the database could not be asked
     */
    Map<Long, Map<String, List<Integer>>> of(Collection<Long> passages, Collection<String> lexemes) {
        Map<Long, Map<String, List<Integer>>> places = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(PLACES)) {
            query.setArray(1, connection.createArrayOf("bigint", passages.toArray()));
            query.setArray(2, connection.createArrayOf("text", lexemes.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    places.computeIfAbsent(row.getLong(1), id -> new HashMap<>())
                            .put(row.getString(2), positions(row.getArray(3)));
                }
            }
            return places;
        } catch (SQLException e) {
            throw new RetrievalFailed(e);
        }
    }

    private static List<Integer> positions(Array array) throws SQLException {
        return Stream.of((Short[]) array.getArray()).map(Short::intValue).toList();
    }
}
