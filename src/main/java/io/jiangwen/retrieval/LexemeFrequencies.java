package io.jiangwen.retrieval;

import io.jiangwen.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** How rare the words of a question are in what is published for everybody. */
@ApplicationScoped
class LexemeFrequencies {
    private static final String FREQUENCIES = """
            SELECT lexeme, passages, 0 AS lexemes, FALSE AS whole FROM lexeme_stat WHERE lexeme = ANY (?)
            UNION ALL
            SELECT language, passages, lexemes, TRUE FROM passage_stat
            """;

    private final DataSource database;

    LexemeFrequencies(DataSource database) {
        this.database = database;
    }

    /** @throws RetrievalFailed when the database could not be asked */
    CorpusCounts of(Collection<String> lexemes) {
        Map<String, Integer> frequency = new HashMap<>();
        Map<Language, CorpusCounts.Size> sizes = new EnumMap<>(Language.class);
        try (Connection connection = database.getConnection();
                PreparedStatement query = new BoundSql()
                        .add(FREQUENCIES, (Object) lexemes.stream().distinct().toArray(String[]::new))
                        .prepare(connection);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                if (row.getBoolean(4)) {
                    sizes.put(Language.ofTag(row.getString(1)), new CorpusCounts.Size(row.getLong(2), row.getLong(3)));
                } else {
                    frequency.put(row.getString(1), row.getInt(2));
                }
            }
        } catch (SQLException e) {
            throw new RetrievalFailed(e);
        }
        return new CorpusCounts(frequency, sizes);
    }
}
