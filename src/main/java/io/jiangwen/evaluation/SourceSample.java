package io.jiangwen.evaluation;

import io.jiangwen.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Draws public passages for pseudo-questions: the same ones for the same knowledge and seed. */
@ApplicationScoped
class SourceSample {
    /** By a hash of what the passage is, not of its id: ids differ between two loads of the same files. */
    private static final String DRAW = """
            SELECT p.article_id, v.title, p.heading_path, p.text, p.language
            FROM passage p JOIN article_version v ON v.article_id = p.article_id AND v.number = p.version
            WHERE p.visibility = 'PUBLIC'
            ORDER BY md5(? || p.article_id || ':' || p.ordinal), p.article_id, p.ordinal LIMIT ?
            """;

    private static final String STATE = """
            SELECT count(*),
                   coalesce(string_agg(DISTINCT model, ', ' ORDER BY model), '') || ', ranking '
                   || (SELECT max(version) FROM ranking)
            FROM passage WHERE visibility = 'PUBLIC'
            """;

    private final DataSource database;

    SourceSample(DataSource database) {
        this.database = database;
    }

    /** At most {@code most}, in an order that is random and always the same. */
    List<Source> draw(int most, long seed) throws SQLException {
        List<Source> drawn = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(DRAW)) {
            query.setString(1, seed + ":");
            query.setInt(2, most);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    drawn.add(new Source(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            Language.ofTag(row.getString(5))));
                }
            }
        }
        return drawn;
    }

    /**
     * What there is to be drawn from.
     *
     * @param passages public ones
     * @param ranking what they are found and ranked by: models, version of the ranking
     */
    record State(long passages, String ranking) {}

    State state() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(STATE);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new State(row.getLong(1), row.getString(2));
        }
    }
}
