package io.jiangwen.knowledge;

import com.pgvector.PGhalfvec;
import io.jiangwen.model.PassageEncoding;
import io.jiangwen.text.TsVector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;

/** The table that searches read: written in the transaction that publishes or retracts. */
@ApplicationScoped
class PassageTable {
    private static final String INSERT = """
            INSERT INTO passage (article_id, version, ordinal, text, heading_path, start_offset, end_offset, visibility,
                audience, kind, trade, language, safety, model, embedding, lexemes, lexeme_count,
                published_at, recipe)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS tsvector), ?, ?, ?)
            """;

    /** Beside the passage rather than in it: they are long, and only the re-ranking of candidates reads them. */
    private static final String INSERT_VECTORS = """
            INSERT INTO passage_vectors (passage_id, tokens, sentences, pieces)
            SELECT id, ?, ?, ? FROM passage WHERE article_id = ? AND version = ? AND ordinal = ?
            """;

    private final EntityManager entities;

    PassageTable(EntityManager entities) {
        this.entities = entities;
    }

    /** Nothing finds the article any more. */
    void clear(String article) {
        entities.createNativeQuery("DELETE FROM passage WHERE article_id = ?1")
                .setParameter(1, article)
                .executeUpdate();
    }

    /** Searches find {@code version} from commit on. */
    void fill(ArticleVersionEntity version, List<PreparedPassage> passages) {
        entities.flush();
        entities.unwrap(Session.class).doWork(connection -> insert(connection, version, passages));
    }

    private static void insert(Connection connection, ArticleVersionEntity version, List<PreparedPassage> passages)
            throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(INSERT)) {
            for (int ordinal = 0; ordinal < passages.size(); ordinal++) {
                bind(row, version, ordinal, passages.get(ordinal));
                row.addBatch();
            }
            row.executeBatch();
        }
        try (PreparedStatement row = connection.prepareStatement(INSERT_VECTORS)) {
            for (int ordinal = 0; ordinal < passages.size(); ordinal++) {
                PassageEncoding encoding = passages.get(ordinal).encoding();
                row.setBytes(1, encoding.tokens().bytes());
                row.setBytes(2, encoding.sentences().bytes());
                row.setArray(
                        3, connection.createArrayOf("text", encoding.pieces().toArray()));
                row.setString(4, version.articleId);
                row.setInt(5, version.number);
                row.setInt(6, ordinal);
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    private static void bind(PreparedStatement row, ArticleVersionEntity version, int ordinal, PreparedPassage passage)
            throws SQLException {
        Chunk chunk = passage.chunk();
        row.setString(1, version.articleId);
        row.setInt(2, version.number);
        row.setInt(3, ordinal);
        row.setString(4, chunk.text());
        row.setString(5, chunk.headingPath());
        row.setInt(6, chunk.range().start());
        row.setInt(7, chunk.range().end());
        row.setString(8, version.visibility.name());
        row.setString(9, version.audience);
        row.setString(10, version.kind.name());
        row.setString(11, version.trade);
        row.setString(12, version.language);
        row.setInt(13, version.safety);
        row.setString(14, passage.encoding().whole().model());
        row.setObject(15, new PGhalfvec(passage.encoding().whole().vector()));
        row.setString(16, TsVector.toTsvector(passage.lexemes()));
        row.setInt(17, passage.lexemes().size());
        row.setObject(18, Objects.requireNonNull(version.publishedAt).atOffset(ZoneOffset.UTC));
        row.setInt(19, PassageMaker.RECIPE);
    }
}
