package io.jiangwen.retrieval;

import io.jiangwen.knowledge.Visibility.Scope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A statement put together from constant pieces, each followed by the values of its question marks. */
final class BoundSql {
    private final StringBuilder sql = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** @param bound numbers, strings, or arrays of them */
    BoundSql add(String piece, @Nullable Object... bound) {
        sql.append(piece);
        values.addAll(Arrays.asList(bound));
        return this;
    }

    /** The conditions of a filter on the table {@code passage p}, to stand after a WHERE. */
    BoundSql where(SearchFilter filter) {
        if (filter.viewer().everything()) {
            add("TRUE");
        } else {
            UUID enterprise = filter.viewer().enterprise();
            add(
                    "(p.visibility = 'PUBLIC' OR p.visibility = 'ENTERPRISE' AND p.audience = ?"
                            + " OR p.visibility = 'INDUSTRY' AND p.audience = ?)",
                    enterprise == null ? null : enterprise.toString(),
                    filter.viewer().industry());
        }
        anyOf(
                " AND p.visibility = ANY (?)",
                filter.scopes().stream().map(Scope::name).toList());
        anyOf(" AND p.kind = ANY (?)", filter.kinds().stream().map(Enum::name).toList());
        anyOf(" AND p.trade = ANY (?)", filter.trades());
        anyOf(
                " AND p.language = ANY (?)",
                filter.languages().stream().map(language -> language.tag()).toList());
        Instant since = filter.publishedSince();
        if (since != null) add(" AND p.published_at >= ?", since.atOffset(ZoneOffset.UTC));
        return this;
    }

    /** The caller closes it. */
    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.toString());
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case null -> statement.setString(i + 1, null);
                case String[] texts -> statement.setArray(i + 1, connection.createArrayOf("text", texts));
                case Double[] numbers -> statement.setArray(i + 1, connection.createArrayOf("float8", numbers));
                case Integer[] numbers -> statement.setArray(i + 1, connection.createArrayOf("int4", numbers));
                case Object value -> statement.setObject(i + 1, value);
            }
        }
        return statement;
    }

    /** Runs it; the numbers in the first column. */
    List<Long> ids(Connection connection) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement query = prepare(connection);
                ResultSet row = query.executeQuery()) {
            while (row.next()) ids.add(row.getLong(1));
        }
        return ids;
    }

    private void anyOf(String piece, Collection<String> admitted) {
        if (!admitted.isEmpty()) add(piece, (Object) admitted.toArray(String[]::new));
    }
}
