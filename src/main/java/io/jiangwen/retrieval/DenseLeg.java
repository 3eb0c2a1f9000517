package io.jiangwen.retrieval;

import com.pgvector.PGhalfvec;
import io.jiangwen.model.Embedding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The passages nearest to a question's vector, behind a filter. Few enough are compared one by one, which misses none;
 * the vector index serves only where it can go on until enough pass the filter (pgvector's iterative scan gives up after
 * {@code hnsw.max_scan_tuples}, 20,000).
 */
final class DenseLeg {
    /** Each model's index is partial on its name and cast to its width, so both stand here as constants. */
    private enum Index {
        BGE_SMALL_ZH("bge-small-zh-v1.5", 512),
        ALL_MINILM("all-MiniLM-L6-v2", 384);

        private final String model;
        private final int width;

        Index(String model, int width) {
            this.model = model;
            this.width = width;
        }

        static Index of(Embedding vector) {
            for (Index index : values()) {
                if (index.model.equals(vector.model())) return index;
            }
            throw new IllegalArgumentException("no index for the model " + vector.model());
        }

        /** To stand between constant pieces of SQL. */
        String in(String sql) {
            return sql.replace("{model}", "'" + model + "'").replace("{width}", Integer.toString(width));
        }
    }

    private static final String KEPT = "SELECT p.id, p.embedding FROM passage p WHERE p.model = {model} AND ";
    private static final String DISTANCE = "ORDER BY CAST(embedding AS halfvec({width}))"
            + " <=> CAST(CAST(? AS halfvec) AS halfvec({width})) LIMIT ?";

    private final Index index;
    private final Embedding vector;
    private final SearchFilter filter;

    DenseLeg(Embedding vector, SearchFilter filter) {
        this.index = Index.of(vector);
        this.vector = vector;
        this.filter = filter;
    }

    /** How many of the model's passages the filter keeps; looks at no more than {@code most}. */
    long kept(int most, Connection connection) throws SQLException {
        BoundSql count = new BoundSql()
                .add(index.in("SELECT count(*) FROM (SELECT 1 FROM passage p WHERE p.model = {model} AND "))
                .where(filter)
                .add(" LIMIT ?) kept", most);
        return count.ids(connection).getFirst();
    }

    /** Ids of the nearest passages, by comparing all that the filter keeps. */
    List<Long> exact(int limit, Connection connection) throws SQLException {
        return new BoundSql()
                .add(index.in("WITH kept AS MATERIALIZED (" + KEPT))
                .where(filter)
                .add(index.in(") SELECT id FROM kept " + DISTANCE), text(), limit)
                .ids(connection);
    }

    /** Ids of passages that are most probably the nearest ones, by the vector index. */
    List<Long> indexed(int limit, Connection connection) throws SQLException {
        return new BoundSql()
                .add(index.in(KEPT))
                .where(filter)
                .add(index.in(" " + DISTANCE), text(), limit)
                .ids(connection);
    }

    private String text() {
        return new PGhalfvec(vector.vector()).getValue();
    }
}
