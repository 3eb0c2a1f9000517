package io.jiangwen.notification;

import io.jiangwen.account.Statements;
import io.jiangwen.problem.Problem;
import io.jiangwen.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of table {@code outlet}. */
@ApplicationScoped
class Outlets {
    private static final String COLUMNS =
            "SELECT id, name, channel, address, secret, tags, kinds, language, enabled FROM outlet";

    private final Statements database;
    private final Clock clock;

    Outlets(Statements database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** By name. */
    @Transactional
    List<Outlet> all() {
        return database.list(COLUMNS + " ORDER BY name, id", Outlets::read);
    }

    @Transactional
    Optional<Outlet> find(UUID id) {
        return database.first(COLUMNS + " WHERE id = ?", Outlets::read, id);
    }

    /** @throws Problem.NotFound where there is none */
    @Transactional
    Outlet require(UUID id) {
        return find(id).orElseThrow(() -> new Problem.NotFound("outlet"));
    }

    /** Adds it, or changes the one with this id. */
    @Transactional
    void save(Outlet outlet) {
        database.update(
                """
                INSERT INTO outlet (id, name, channel, address, secret, tags, kinds, language, enabled, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT ON CONSTRAINT outlet_pk DO UPDATE SET
                    name = excluded.name, address = excluded.address, secret = excluded.secret, tags = excluded.tags,
                    kinds = excluded.kinds, language = excluded.language, enabled = excluded.enabled
                """,
                outlet.id(),
                outlet.name(),
                outlet.channel().name(),
                outlet.address(),
                outlet.secret(),
                outlet.tags(),
                outlet.kinds(),
                outlet.language().tag(),
                outlet.enabled(),
                OffsetDateTime.now(clock));
    }

    /** What still waits for it goes with it. */
    @Transactional
    void delete(UUID id) {
        if (database.update("DELETE FROM outlet WHERE id = ?", id) == 0) throw new Problem.NotFound("outlet");
    }

    /**
     * The tags by which announcements find an account.
     *
     * @param name its id or its login; empty for an unknown or disabled one
     */
    @Transactional
    Optional<Set<String>> tagsOfAccount(String name) {
        return database.first(
                "SELECT id, role FROM account WHERE (CAST(id AS text) = ? OR login = ?) AND NOT disabled",
                row -> Set.of("account:" + row.getString("id"), "role:" + row.getString("role")),
                name,
                name);
    }

    private static Outlet read(ResultSet row) throws SQLException {
        return new Outlet(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Channel.valueOf(row.getString("channel")),
                row.getString("address"),
                row.getString("secret"),
                Set.copyOf(Statements.strings(row.getArray("tags"))),
                Statements.strings(row.getArray("kinds")),
                Language.ofTag(row.getString("language")),
                row.getBoolean("enabled"));
    }
}
