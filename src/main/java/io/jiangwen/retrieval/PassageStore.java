package io.jiangwen.retrieval;

import com.pgvector.PGhalfvec;
import io.jiangwen.account.Viewer;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.knowledge.Passage;
import io.jiangwen.model.Embedding;
import io.jiangwen.text.Language;
import io.jiangwen.text.TextRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The SQL of the search. Visibility is part of both legs: what a viewer may not see is not even scored. */
@ApplicationScoped
class PassageStore {
    /** Each model's index is partial on its name and cast to its width, so both stand here as constants. */
    private enum DenseLeg {
        BGE_SMALL_ZH("bge-small-zh-v1.5", 512),
        ALL_MINILM("all-MiniLM-L6-v2", 384);

        private final String model;
        private final String sql;

        DenseLeg(String model, int width) {
            this.model = model;
            this.sql = CANDIDATES.replace("{model}", "'" + model + "'").replace("{width}", Integer.toString(width));
        }

        static DenseLeg of(Embedding vector) {
            for (DenseLeg leg : values()) {
                if (leg.model.equals(vector.model())) return leg;
            }
            throw new IllegalArgumentException("no index for the model " + vector.model());
        }
    }

    /**
     * ts_rank of one term grows with its occurrences towards 0.1 (weight D), so ten times it is the term's saturation
     * in [0, 1]; weighted by rarity and divided by a length factor it equals BM25 within noise on public data. The
     * factor is at least 1, which keeps the sum in [0, 1].
     */
    private static final String CANDIDATES = """
            WITH asked AS (
                SELECT CAST(? AS halfvec) AS vector, CAST(? AS uuid) AS enterprise, CAST(? AS text) AS industry,
                       CAST(? AS boolean) AS everything, CAST(? AS tsquery) AS terms
            ), visible_dense AS (
                SELECT p.id FROM passage p
                WHERE p.model = {model}
                  AND (p.visibility = 'PUBLIC' OR (SELECT everything FROM asked)
                       OR (p.visibility = 'ENTERPRISE' AND p.audience = (SELECT CAST(enterprise AS text) FROM asked))
                       OR (p.visibility = 'INDUSTRY' AND p.audience = (SELECT industry FROM asked)))
                ORDER BY CAST(p.embedding AS halfvec({width})) <=> (SELECT CAST(vector AS halfvec({width})) FROM asked)
                LIMIT ?
            ), weighed AS (
                SELECT CAST(term AS tsquery) AS term, weight
                FROM unnest(CAST(? AS text[]), CAST(? AS float8[])) AS t (term, weight)
            ), visible_lexical AS (
                SELECT p.id FROM passage p, asked
                WHERE p.lexemes @@ asked.terms
                  AND (p.visibility = 'PUBLIC' OR asked.everything
                       OR (p.visibility = 'ENTERPRISE' AND p.audience = CAST(asked.enterprise AS text))
                       OR (p.visibility = 'INDUSTRY' AND p.audience = asked.industry))
                ORDER BY (SELECT sum(w.weight * ts_rank(p.lexemes, w.term)) FROM weighed w)
                         / greatest(1, sqrt(0.6 + 0.4 * p.lexeme_count / ?)) DESC, p.id
                LIMIT ?
            )
            SELECT p.id, p.article_id, p.version, p.kind, v.title, v.author, p.heading_path, p.text,
                   p.start_offset, p.end_offset, p.language, p.safety,
                   CASE WHEN p.model = {model} THEN 1 - (p.embedding <=> asked.vector) ELSE 0 END AS cosine,
                   coalesce(10 * (SELECT sum(w.weight * ts_rank(p.lexemes, w.term)) FROM weighed w)
                         / greatest(1, sqrt(0.6 + 0.4 * p.lexeme_count / ?)), 0) AS lexical
            FROM passage p
            JOIN article_version v ON v.article_id = p.article_id AND v.number = p.version
            CROSS JOIN asked
            WHERE p.id IN (SELECT id FROM visible_dense UNION SELECT id FROM visible_lexical)
            ORDER BY p.id
            """;

    /** A passage of this many lexemes gets no discount for its length. */
    private static final double TYPICAL_LENGTH = 150;

    private final DataSource database;

    PassageStore(DataSource database) {
        this.database = database;
    }

    /**
     * The union of the best of each leg, every one with both scores, in the order of ids.
     *
     * @param each how many candidates a leg gives
     * @throws RetrievalFailed when the database could not be asked
     */
    List<Fusion.Candidate<Passage>> candidates(Embedding vector, QueryTerms terms, Viewer viewer, int each) {
        String[] quoted = terms.terms().stream().map(PassageStore::quote).toArray(String[]::new);
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(DenseLeg.of(vector).sql)) {
            int i = 0;
            query.setString(++i, new PGhalfvec(vector.vector()).getValue());
            query.setString(
                    ++i,
                    viewer.enterprise() == null ? null : viewer.enterprise().toString());
            query.setString(++i, viewer.industry());
            query.setBoolean(++i, viewer.everything());
            query.setString(++i, String.join(" | ", quoted));
            query.setInt(++i, each);
            query.setArray(++i, connection.createArrayOf("text", quoted));
            query.setArray(
                    ++i, connection.createArrayOf("float8", terms.weights().toArray()));
            query.setDouble(++i, TYPICAL_LENGTH);
            query.setInt(++i, each);
            query.setDouble(++i, TYPICAL_LENGTH);
            List<Fusion.Candidate<Passage>> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(new Fusion.Candidate<>(passage(row), row.getDouble("cosine"), row.getDouble("lexical")));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new RetrievalFailed(e);
        }
    }

    /** A term as a {@code tsquery} operand. */
    private static String quote(String term) {
        return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static Passage passage(ResultSet row) throws SQLException {
        return new Passage(
                row.getLong("id"),
                row.getString("article_id"),
                row.getInt("version"),
                ArticleKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("author"),
                row.getString("heading_path"),
                row.getString("text"),
                new TextRange(row.getInt("start_offset"), row.getInt("end_offset")),
                Language.ofTag(row.getString("language")),
                row.getInt("safety"));
    }
}
