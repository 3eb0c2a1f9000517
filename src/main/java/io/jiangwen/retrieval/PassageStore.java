package io.jiangwen.retrieval;

import com.pgvector.PGhalfvec;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.knowledge.Passage;
import io.jiangwen.model.Embedding;
import io.jiangwen.model.QuestionEncoding;
import io.jiangwen.text.Language;
import io.jiangwen.text.TextRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Runs both legs over the table of passages. The filter is part of each: what it leaves out is not even scored. */
@ApplicationScoped
class PassageStore {
    private static final String COLUMNS = """
             SELECT p.id, p.article_id, p.version, p.kind, v.title, v.author, p.heading_path, p.text,
                    p.start_offset, p.end_offset, p.language, p.safety,
                    CASE WHEN p.model = ? THEN 1 - (p.embedding <=> CAST(? AS halfvec)) ELSE 0 END AS cosine,
            """;

    private static final String FOUND = """
             AS lexical
            FROM (SELECT *, lexemes || '' AS flat FROM passage WHERE id = ANY (?) OFFSET 0) p
            JOIN article_version v ON v.article_id = p.article_id AND v.number = p.version
            ORDER BY p.id
            """;

    private final DataSource database;
    private final RetrievalConfig config;

    PassageStore(DataSource database, RetrievalConfig config) {
        this.database = database;
        this.config = config;
    }

    /**
     * One way to look for an answer: the question's words and vectors, as passages of some language put them.
     *
     * @param language that of the encoding's model
     */
    record Way(Language language, QueryTerms terms, QuestionEncoding encoding, SearchFilter filter) {
        Embedding vector() {
            return encoding.whole();
        }
    }

    /**
     * The union of the best of each leg, every one with both scores, in the order of ids.
     *
     * @param each how many candidates a leg gives
     * @throws RetrievalFailed when the database could not be asked
     */
    List<Candidate> candidates(Way way, CorpusCounts counts, int each) {
        LexicalLeg lexical = new LexicalLeg(way.terms(), counts);
        try (Connection connection = database.getConnection()) {
            Set<Long> ids = new LinkedHashSet<>();
            DenseLeg dense = new DenseLeg(way.vector(), way.filter());
            long kept = kept(dense, way, counts, connection);
            boolean exact = kept <= config.exactScan() || !dense.isIndexed();
            ids.addAll(exact ? dense.exact(each, connection) : dense.indexed(each, connection));
            if (!way.terms().isEmpty()) ids.addAll(lexical(lexical, way, gate(way, counts, kept), connection));
            return scored(ids, lexical, way.vector(), connection);
        } catch (SQLException e) {
            throw new RetrievalFailed(e);
        }
    }

    /** Counted only where it may be little: a filter that only says who searches keeps at least what is public. */
    private long kept(DenseLeg dense, Way way, CorpusCounts counts, Connection connection) throws SQLException {
        boolean little = way.filter().narrows() || counts.passages(way.language()) <= config.exactScan();
        return little ? dense.kept(config.exactScan() + 1, connection) : Long.MAX_VALUE;
    }

    private LexicalGate gate(Way way, CorpusCounts counts, long kept) {
        return kept <= config.scored()
                ? LexicalGate.open(way.terms())
                : LexicalGate.rareFirst(way.terms(), counts, config.scored() / 2);
    }

    private Set<Long> lexical(LexicalLeg leg, Way way, LexicalGate gate, Connection connection) throws SQLException {
        int most = config.candidates();
        Set<Long> best = new LinkedHashSet<>(leg.best(gate, way.filter(), config.scored(), most, connection));
        // Where the rare terms are not in what the filter keeps, or in too little of it, the common ones count.
        if (!gate.complete() && best.size() < most)
            best.addAll(leg.best(LexicalGate.open(way.terms()), way.filter(), config.scored(), most, connection));
        return best;
    }

    private List<Candidate> scored(Set<Long> ids, LexicalLeg leg, Embedding vector, Connection connection)
            throws SQLException {
        BoundSql sql = leg.with().add(COLUMNS, vector.model(), new PGhalfvec(vector.vector()).getValue());
        leg.score(sql).add(FOUND, (Object) ids.toArray(Long[]::new));
        List<Candidate> found = new ArrayList<>();
        try (PreparedStatement query = sql.prepare(connection);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(new Candidate(passage(row), row.getDouble("cosine"), row.getDouble("lexical")));
            }
        }
        return found;
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
