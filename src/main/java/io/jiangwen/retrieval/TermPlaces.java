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
            SELECT p.id, p.lexeme_count, u.lexeme, u.positions
            FROM passage p CROSS JOIN LATERAL unnest(p.lexemes) u
            WHERE p.id = ANY (?) AND u.lexeme = ANY (?)
            """;

    private final DataSource database;

    TermPlaces(DataSource database) {
        this.database = database;
    }

    /**
     * The words of a question in one passage.
     *
     * @param positions of each lexeme, ascending; a lexeme that the passage has not is missing
     * @param length number of lexemes of the passage, 0 when it has none of those asked for
     */
    record Places(Map<String, List<Integer>> positions, int length) {
        static final Places NONE = new Places(Map.of(), 0);
    }

    /**
     * By the passage's id; a passage without any of the lexemes is missing.
     *
     * @throws RetrievalFailed when the database could not be asked
     */
    Map<Long, Places> of(Collection<Long> passages, Collection<String> lexemes) {
        Map<Long, Places> places = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(PLACES)) {
            query.setArray(1, connection.createArrayOf("bigint", passages.toArray()));
            query.setArray(2, connection.createArrayOf("text", lexemes.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    int length = row.getInt(2);
                    places.computeIfAbsent(row.getLong(1), id -> new Places(new HashMap<>(), length))
                            .positions()
                            .put(row.getString(3), positions(row.getArray(4)));
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
