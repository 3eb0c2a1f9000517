package io.jiangwen.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Keeps the glossary: a change is used by the next question on every node. */
@ApplicationScoped
public class GlossaryStore {
    private static final String TERMS = """
            SELECT term, synonyms, english, slips, unit FROM glossary_term WHERE NOT deleted ORDER BY term
            """;

    private static final String PUT = """
            INSERT INTO glossary_term AS g (term, synonyms, english, slips, unit, edited, deleted)
            VALUES (?, ?, ?, ?, ?, ?, FALSE)
            ON CONFLICT (term) DO UPDATE SET synonyms = EXCLUDED.synonyms, english = EXCLUDED.english,
                slips = EXCLUDED.slips, unit = EXCLUDED.unit, edited = EXCLUDED.edited, deleted = FALSE
            WHERE EXCLUDED.edited OR NOT g.edited
            """;

    private final DataSource database;
    private volatile @Nullable Glossary known;

    GlossaryStore(DataSource database) {
        this.database = database;
    }

    /** What holds now; read again only when its version changed. */
    public Glossary current() throws SQLException {
        try (Connection connection = database.getConnection()) {
            // The version first: a change in between is read once more, never missed.
            long version = Long.parseLong(state(connection, "version").orElseThrow());
            Glossary before = known;
            if (before != null && before.version() == version) return before;
            Glossary fresh = new Glossary(version, terms(connection));
            known = fresh;
            return fresh;
        }
    }

    /** Adds or replaces a term; the shipped file does not change it any more. */
    @Transactional(rollbackOn = SQLException.class)
    public void put(GlossaryTerm term) throws SQLException {
        try (Connection connection = database.getConnection()) {
            put(connection, List.of(term), true);
            changed(connection);
        }
    }

    /** Removes a term, for good; false where there is none. */
    @Transactional(rollbackOn = SQLException.class)
    public boolean delete(String term) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(
                        "UPDATE glossary_term SET deleted = TRUE, edited = TRUE WHERE term = ? AND NOT deleted")) {
            delete.setString(1, term);
            boolean deleted = delete.executeUpdate() > 0;
            if (deleted) changed(connection);
            return deleted;
        }
    }

    /**
     * Takes over what is shipped, where it changed since the last time; terms that were edited or deleted here stay as
     * they are.
     *
     * @param hash of the shipped file
     * @return whether it changed
     */
    @Transactional(rollbackOn = SQLException.class)
    public boolean ship(List<GlossaryTerm> terms, String hash) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (hash.equals(state(connection, "shipped_hash").orElse(null))) return false;
            try (PreparedStatement gone = connection.prepareStatement(
                    "DELETE FROM glossary_term WHERE NOT edited AND NOT (term = ANY (?))")) {
                gone.setArray(
                        1,
                        array(connection, terms.stream().map(GlossaryTerm::term).toList()));
                gone.executeUpdate();
            }
            put(connection, terms, false);
            try (PreparedStatement state =
                    connection.prepareStatement("UPDATE glossary_state SET shipped_hash = ?, version = version + 1")) {
                state.setString(1, hash);
                state.executeUpdate();
            }
            return true;
        }
    }

    private static void put(Connection connection, List<GlossaryTerm> terms, boolean edited) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            for (GlossaryTerm term : terms) {
                put.setString(1, term.term());
                put.setArray(2, array(connection, term.synonyms()));
                put.setArray(3, array(connection, term.english()));
                put.setArray(4, array(connection, term.slips()));
                put.setString(5, term.unit());
                put.setBoolean(6, edited);
                put.addBatch();
            }
            put.executeBatch();
        }
    }

    private static void changed(Connection connection) throws SQLException {
        try (PreparedStatement state = connection.prepareStatement("UPDATE glossary_state SET version = version + 1")) {
            state.executeUpdate();
        }
    }

    private static Optional<String> state(Connection connection, String column) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT version, shipped_hash FROM glossary_state WHERE id = 1");
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getString(column)) : Optional.of("0");
        }
    }

    private static List<GlossaryTerm> terms(Connection connection) throws SQLException {
        List<GlossaryTerm> terms = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(TERMS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                terms.add(new GlossaryTerm(
                        row.getString(1),
                        list(row.getArray(2)),
                        list(row.getArray(3)),
                        list(row.getArray(4)),
                        row.getString(5)));
            }
        }
        return terms;
    }

    private static Array array(Connection connection, List<String> words) throws SQLException {
        return connection.createArrayOf("text", words.toArray());
    }

    private static List<String> list(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
