package io.jiangwen.retrieval;

import io.jiangwen.text.Language;
import io.jiangwen.text.TsVector;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Passages by the words of a question. Of one term, {@code ts_rank} grows with its occurrences towards 0.1 (weight D of
 * a {@code tsvector}; PostgreSQL 15, section 12.3.3), so ten times it is the term's saturation in [0, 1]; weighted by
 * rarity and divided by a length factor it equals BM25 (k1 = 1.2, b = 0.75) within noise on public data.
 */
final class LexicalLeg {
    private static final String TERMS = """
            WITH single AS MATERIALIZED (
                SELECT CAST(term AS tsquery) AS term, weight
                FROM unnest(CAST(? AS text[]), CAST(? AS float8[])) AS t (term, weight)
            )""";

    private static final String WORDINGS = """
            , worded AS MATERIALIZED (
                SELECT CAST(term AS tsquery) AS term, weight, part, wording
                FROM unnest(CAST(? AS text[]), CAST(? AS float8[]), CAST(? AS integer[]), CAST(? AS integer[]))
                     AS t (term, weight, part, wording)
            )""";

    private static final String OF_SINGLE =
            "coalesce((SELECT sum(s.weight * ts_rank(p.flat, s.term)) FROM single s), 0)";

    /** Of each term the wording that fits best. */
    private static final String OF_WORDED = """
             + coalesce((SELECT sum(best) FROM (SELECT max(fit) AS best FROM (
                   SELECT w.part, sum(w.weight * ts_rank(p.flat, w.term)) AS fit
                   FROM worded w GROUP BY w.part, w.wording) wordings GROUP BY part) parts), 0)""";

    private final QueryTerms terms;
    private final CorpusCounts counts;

    LexicalLeg(QueryTerms terms, CorpusCounts counts) {
        this.terms = terms;
        this.counts = counts;
    }

    /**
     * The common table expressions that {@link #score} reads: {@code WITH} and what follows, up to the main query. Terms
     * that can be put one way are kept apart, for most questions have no others.
     */
    BoundSql with() {
        List<String> single = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        Worded worded = new Worded();
        int part = 0;
        for (QueryTerms.Weighed term : terms.terms()) {
            List<Map<String, Double>> ways = term.alternatives();
            if (ways.size() == 1) {
                ways.getFirst().forEach((lexeme, share) -> {
                    single.add(TsVector.quoted(lexeme));
                    weights.add(term.weight() * share);
                });
            } else {
                for (int way = 0; way < ways.size(); way++) worded.add(part, way, term.weight(), ways.get(way));
                part++;
            }
        }
        BoundSql sql = new BoundSql().add(TERMS, single.toArray(String[]::new), weights.toArray(Double[]::new));
        return worded.terms.isEmpty() ? sql : worded.bind(sql);
    }

    /** Adds the score in [0, 1] of {@code p}, which has columns {@code flat}, {@code lexeme_count}, {@code language}. */
    BoundSql score(BoundSql sql) {
        boolean worded =
                terms.terms().stream().anyMatch(term -> term.alternatives().size() > 1);
        return sql.add("least(1, 10 * (" + OF_SINGLE + (worded ? OF_WORDED : ""))
                .add(
                        ") / sqrt(0.6 + 0.4 * p.lexeme_count / CASE p.language WHEN 'en' THEN ? ELSE ? END))",
                        counts.averageLength(Language.EN),
                        counts.averageLength(Language.ZH));
    }

    /**
     * Ids of the best passages behind the gate and the filter.
     *
     * @param scored how many passages are scored at most, whatever the gate lets through
     */
    List<Long> best(LexicalGate gate, SearchFilter filter, int scored, int limit, Connection connection)
            throws SQLException {
        // What lies outside the row would be fetched again for each term; joined with nothing it is read once.
        BoundSql sql = with().add(" SELECT id, ");
        return score(sql)
                .add(" AS score FROM (SELECT p.id, p.lexeme_count, p.language, p.lexemes || '' AS flat FROM passage p")
                .add(" WHERE p.lexemes @@ CAST(? AS tsquery) AND ", gate.query())
                .where(filter)
                .add(" LIMIT ?) p ORDER BY score DESC, id LIMIT ?", scored, limit)
                .ids(connection);
    }

    private static final class Worded {
        private final List<String> terms = new ArrayList<>();
        private final List<Double> weights = new ArrayList<>();
        private final List<Integer> parts = new ArrayList<>();
        private final List<Integer> wordings = new ArrayList<>();

        void add(int part, int wording, double weight, Map<String, Double> shares) {
            shares.forEach((lexeme, share) -> {
                terms.add(TsVector.quoted(lexeme));
                weights.add(weight * share);
                parts.add(part);
                wordings.add(wording);
            });
        }

        BoundSql bind(BoundSql sql) {
            return sql.add(
                    WORDINGS,
                    terms.toArray(String[]::new),
                    weights.toArray(Double[]::new),
                    parts.toArray(Integer[]::new),
                    wordings.toArray(Integer[]::new));
        }
    }
}
