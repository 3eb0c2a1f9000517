package io.jiangwen.retrieval;

import io.jiangwen.model.QuestionEncoding;
import io.jiangwen.model.QuestionToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** How rare the word pieces of a question are in what is published for everybody. */
@ApplicationScoped
class PieceFrequencies {
    private static final String FREQUENCIES = """
            SELECT piece, passages FROM piece_stat WHERE model = ? AND piece = ANY (?)
            UNION ALL
            SELECT '', CAST(count(*) AS integer) FROM passage WHERE visibility = 'PUBLIC' AND model = ?
            """;

    private final DataSource database;

    PieceFrequencies(DataSource database) {
        this.database = database;
    }

    /**
     * One weight for each token of the question: the root of the inverse document frequency of BM25.
     *
     * @throws RetrievalFailed when the database could not be asked
     */
    double[] weights(QuestionEncoding question) {
        Map<String, Integer> frequency = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(FREQUENCIES)) {
            Object[] pieces = question.tokens().stream()
                    .map(QuestionToken::text)
                    .distinct()
                    .toArray();
            query.setString(1, question.whole().model());
            query.setArray(2, connection.createArrayOf("text", pieces));
            query.setString(3, question.whole().model());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) frequency.put(rows.getString(1), rows.getInt(2));
            }
        } catch (SQLException e) {
            throw new RetrievalFailed(e);
        }
        int passages = frequency.getOrDefault("", 0);
        return question.tokens().stream()
                .mapToDouble(token -> weight(frequency.getOrDefault(token.text(), 0), passages))
                .toArray();
    }

    private static double weight(int with, int passages) {
        double most = Math.max(with, passages);
        return Math.sqrt(Math.log(1 + (most - with + 0.5) / (with + 0.5)));
    }
}
