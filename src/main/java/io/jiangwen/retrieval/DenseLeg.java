package io.jiangwen.retrieval;

import com.pgvector.PGhalfvec;
import io.jiangwen.model.Embedding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The passages nearest to a question's vector, behind a filter. Few enough are compared one by one, which misses none;
 * the vector index serves only where it can go on until enough pass the filter (pgvector's iterative scan gives up after
 * {@code hnsw.max_scan_tuples}, 20,000). A model that is not packed in has no index: its passages are compared one by one.
 */
final class DenseLeg {
    /** Models whose passages have a vector index: migrations make them. */
    private static final Set<String> INDEXED = Set.of("bge-small-zh-v1.5", "all-MiniLM-L6-v2");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    private static final String KEPT = "SELECT p.id, p.embedding FROM passage p WHERE p.model = {model} AND ";
    private static final String DISTANCE = "ORDER BY CAST(embedding AS halfvec({width}))"
            + " <=> CAST(CAST(? AS halfvec) AS halfvec({width})) LIMIT ?";

    private final Embedding vector;
    private final SearchFilter filter;

    DenseLeg(Embedding vector, SearchFilter filter) {
        if (!NAME.matcher(vector.model()).matches()) throw new IllegalArgumentException(vector.model());
        this.vector = vector;
        this.filter = filter;
    }

    /** How many of the model's passages the filter keeps; looks at no more than {@code most}. */
    long kept(int most, Connection connection) throws SQLException {
        BoundSql count = new BoundSql()
                .add(in("SELECT count(*) FROM (SELECT 1 FROM passage p WHERE p.model = {model} AND "))
                .where(filter)
                .add(" LIMIT ?) kept", most);
        return count.ids(connection).getFirst();
    }

    /** Ids of the nearest passages, by comparing all that the filter keeps. */
    List<Long> exact(int limit, Connection connection) throws SQLException {
        return new BoundSql()
                .add(in("WITH kept AS MATERIALIZED (" + KEPT))
                .where(filter)
                .add(in(") SELECT id FROM kept " + DISTANCE), text(), limit)
                .ids(connection);
    }

    /** Ids of passages that are most probably the nearest ones, by the vector index. */
    List<Long> indexed(int limit, Connection connection) throws SQLException {
        return new BoundSql()
                .add(in(KEPT))
                .where(filter)
                .add(in(" " + DISTANCE), text(), limit)
                .ids(connection);
    }

    /** Whether there is an index to ask. */
    boolean isIndexed() {
        return INDEXED.contains(vector.model());
    }

    /** An index is partial on the model's name and cast to its width, so both stand in the statement as constants. */
    private String in(String sql) {
        return sql.replace("{model}", "'" + vector.model() + "'")
                .replace("{width}", Integer.toString(vector.vector().length));
    }

    private String text() {
        return new PGhalfvec(vector.vector()).getValue();
    }
}
