package io.jiangwen.craftsman;

import io.jiangwen.account.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Reads the craftsmen with what they say, did and declined. */
@ApplicationScoped
class Craftsmen {
    /** The newest confirmed fixes of each are enough to know him by. */
    private static final int REMEMBERED = 200;

    private final Statements database;

    Craftsmen(Statements database) {
        this.database = database;
    }

    /** Who is not locked out, in the order in which they came. */
    List<Craftsman> all() {
        Map<UUID, List<SolvedQuestion>> solved = solved();
        Map<UUID, Map<String, Integer>> declined = declined();
        return database.list("""
                SELECT a.id, a.display_name, a.trades, a.region, p.processes, p.equipment, p.materials, p.titles,
                       p.languages, coalesce(p.capacity, -1) AS capacity, coalesce(p.available, true) AS available,
                       coalesce(p.visits, false) AS visits,
                       (SELECT count(*) FROM craftsman_solved s WHERE s.account_id = a.id) AS fixes
                FROM account a LEFT JOIN craftsman_profile p ON p.account_id = a.id
                WHERE a.role = 'CRAFTSMAN' AND NOT a.disabled
                ORDER BY a.created_at, a.id
                """, row -> craftsman(row, solved, declined));
    }

    Optional<Craftsman> find(UUID account) {
        return all().stream().filter(one -> one.account().equals(account)).findFirst();
    }

    private static Craftsman craftsman(
            ResultSet row, Map<UUID, List<SolvedQuestion>> solved, Map<UUID, Map<String, Integer>> declined)
            throws SQLException {
        UUID account = Objects.requireNonNull(row.getObject("id", UUID.class));
        Profile profile = new Profile(
                Statements.strings(row.getArray("trades")),
                Statements.strings(row.getArray("processes")),
                Statements.strings(row.getArray("equipment")),
                Statements.strings(row.getArray("materials")),
                row.getString("region"));
        Craftsman.Card card = new Craftsman.Card(
                Statements.strings(row.getArray("titles")),
                Statements.strings(row.getArray("languages")),
                row.getInt("capacity"),
                row.getBoolean("available"),
                row.getBoolean("visits"));
        Candidate candidate = new Candidate(
                account.toString(),
                profile,
                List.of(),
                solved.getOrDefault(account, List.of()),
                declined.getOrDefault(account, Map.of()));
        return new Craftsman(account, row.getString("display_name"), candidate, card, row.getInt("fixes"));
    }

    private Map<UUID, List<SolvedQuestion>> solved() {
        Map<UUID, List<SolvedQuestion>> solved = new HashMap<>();
        database.list(
                """
                SELECT account_id, question FROM (
                    SELECT account_id, question, row_number() OVER (PARTITION BY account_id ORDER BY at DESC) AS place
                    FROM craftsman_solved WHERE question IS NOT NULL) newest
                WHERE place <= ?
                """,
                row -> solved.computeIfAbsent(
                                Objects.requireNonNull(row.getObject("account_id", UUID.class)),
                                id -> new ArrayList<>())
                        .add(new SolvedQuestion(row.getString("question"), null)),
                REMEMBERED);
        return solved;
    }

    private Map<UUID, Map<String, Integer>> declined() {
        Map<UUID, Map<String, Integer>> declined = new HashMap<>();
        database.list(
                "SELECT account_id, trade, count(*) AS times FROM craftsman_declined GROUP BY account_id, trade",
                row -> declined.computeIfAbsent(
                                Objects.requireNonNull(row.getObject("account_id", UUID.class)), id -> new HashMap<>())
                        .put(row.getString("trade"), row.getInt("times")));
        return declined;
    }
}
