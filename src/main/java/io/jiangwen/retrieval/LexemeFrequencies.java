package io.jiangwen.retrieval;

import io.jiangwen.text.Lexeme;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** How rare the words of a question are in what is published for everybody. */
@ApplicationScoped
class LexemeFrequencies {
    private static final String FREQUENCIES = """
            SELECT lexeme, passages FROM lexeme_stat WHERE lexeme = ANY (?)
            UNION ALL
            SELECT '', CAST(count(*) AS integer) FROM passage WHERE visibility = 'PUBLIC'
            """;

    private final DataSource database;

    LexemeFrequencies(DataSource database) {
        this.database = database;
    }

    /** @throws RetrievalFailed when the database could not be asked */
    QueryTerms weigh(List<Lexeme> lexemes) {
        Map<String, Integer> frequency = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(FREQUENCIES)) {
            Array terms = connection.createArrayOf(
                    "text", lexemes.stream().map(Lexeme::term).distinct().toArray());
            query.setArray(1, terms);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) frequency.put(rows.getString(1), rows.getInt(2));
            }
        } catch (SQLException e) {
            throw new RetrievalFailed(e);
        }
        return QueryTerms.weigh(lexemes, frequency.getOrDefault("", 0), frequency);
    }
}
