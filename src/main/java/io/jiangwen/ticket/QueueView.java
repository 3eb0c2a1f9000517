package io.jiangwen.ticket;

import io.jiangwen.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of the tickets a caller may see a list shows, and in which order. */
enum QueueView {
    /** Asked or owned by the caller. */
    MINE(
            "(t.owner_id = ? OR t.asker_account = ? OR t.asker_visitor = ? OR EXISTS (SELECT 1 FROM ticket_asker j"
                    + " WHERE j.ticket_id = t.id AND (j.asker_account = ? OR j.asker_visitor = ?)))",
            Order.NEWEST),
    /** Open and offered to the caller, who has not declined. */
    OFFERED(
            "(t.state = 'OPEN' AND EXISTS (SELECT 1 FROM ticket_offer f WHERE f.ticket_id = t.id AND f.account_id = ?"
                    + " AND f.declined_at IS NULL))",
            Order.NEWEST),
    /** Open and of a trade of the caller. */
    TRADE("(t.state = 'OPEN' AND t.trade IN (SELECT unnest(trades) FROM account WHERE id = ?))", Order.NEWEST),
    /** Waiting for a craftsman. */
    OPEN("t.state = 'OPEN'", Order.NEWEST),
    /** The same, the longest waiting first. */
    WAITING("t.state = 'OPEN'", Order.OLDEST),
    /** Warned of, or over already: what the caller has to mind, the soonest due first. */
    BREACHING(
            "((t.owner_id = ? OR ?) AND EXISTS (SELECT 1 FROM ticket_clock k WHERE k.ticket_id = t.id AND "
                    + Order.PRESSING + "))",
            Order.DUE),
    ALL("true", Order.NEWEST);

    /** Keys are UTC times; ties are broken by id. */
    private enum Order {
        NEWEST("t.opened_at", "<", "DESC"),
        OLDEST("t.opened_at", ">", "ASC"),
        DUE(
                "(SELECT min(k.due_at) FROM ticket_clock k WHERE k.ticket_id = t.id AND " + Order.PRESSING + ")",
                ">",
                "ASC");

        /** Over {@code ticket_clock k}. */
        static final String PRESSING = "k.due_at IS NOT NULL AND k.clock <> 'CONFIRMATION'"
                + " AND (k.warned_at IS NOT NULL OR k.breached_at IS NOT NULL)";

        final String key;
        final String beyond;
        final String direction;

        Order(String key, String beyond, String direction) {
            this.key = key;
            this.beyond = beyond;
            this.direction = direction;
        }
    }

    private final String condition;
    private final Order order;

    QueueView(String condition, Order order) {
        this.condition = condition;
        this.order = order;
    }

    /** {@code open} and the like, in any case; all when nothing is said. */
    static QueueView parse(@Nullable String name) {
        if (name == null || name.isBlank()) return ALL;
        return Arrays.stream(values())
                .filter(view -> view.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("invalid-view", "A view is one of " + names()));
    }

    /** SQL over {@code ticket t}; takes {@link #values}. */
    String condition() {
        return condition;
    }

    /** SQL of the time that lists are ordered by. */
    String key() {
        return order.key;
    }

    /** SQL that keeps what comes after a place; takes a time, null for the beginning, the time again, and an id. */
    String beyond() {
        return "(CAST(? AS timestamptz) IS NULL OR (" + order.key + ", t.id) " + order.beyond + " (?, ?))";
    }

    String ordering() {
        return " ORDER BY " + order.key + " " + order.direction + ", t.id " + order.direction;
    }

    List<@Nullable Object> values(Sight sight) {
        return switch (this) {
            case MINE ->
                Arrays.<@Nullable Object>asList(
                        sight.account(), sight.account(), sight.visitor(), sight.account(), sight.visitor());
            case OFFERED, TRADE -> Arrays.<@Nullable Object>asList(sight.account());
            case BREACHING -> Arrays.<@Nullable Object>asList(sight.account(), sight.mindsEverything());
            case OPEN, WAITING, ALL -> List.of();
        };
    }

    private static String names() {
        return Arrays.stream(values())
                .map(view -> view.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
