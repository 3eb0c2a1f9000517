package io.jiangwen.ticket;

import io.jiangwen.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of the visible tickets a list shows.
 *
 * @param after the last ticket of the page before, null for the first page
 */
record TicketQuery(QueueView view, Filter filter, @Nullable Place after, int limit) {
    private static final int LONGEST_TEXT = 200;
    static final int MOST = 100;

    /**
     * What is looked for; null where it does not matter.
     *
     * @param text words of the question, in any order, or a stretch of it or of the number
     */
    record Filter(
            @Nullable TicketState state,
            @Nullable Priority priority,
            @Nullable String trade,
            @Nullable String text) {
        static final Filter NONE = new Filter(null, null, null, null);
        private static final String CONDITION = """
                 AND (CAST(? AS text) IS NULL OR t.state = ?)
                 AND (CAST(? AS text) IS NULL OR t.priority = ?)
                 AND (CAST(? AS text) IS NULL OR t.trade = ?)
                 AND (CAST(? AS text) IS NULL OR t.lexemes @@ CAST(? AS tsquery) OR t.question ILIKE ? OR t.number ILIKE ?)
                """;

        /** @throws Problem.Invalid {@code invalid-query} for a text that is too long */
        Filter {
            if (text != null && text.length() > LONGEST_TEXT)
                throw new Problem.Invalid("invalid-query", "Search for at most " + LONGEST_TEXT + " characters.");
        }

        private List<@Nullable Object> values(TicketWords words) {
            String wanted = state == null ? null : state.name();
            String pressing = priority == null ? null : priority.name();
            String kind =
                    trade == null || trade.isBlank() ? null : trade.strip().replace("\0", "");
            String pattern = pattern();
            String query = pattern == null ? null : words.query(String.valueOf(text));
            return Arrays.<@Nullable Object>asList(
                    wanted, wanted, pressing, pressing, kind, kind, pattern, query, pattern, pattern);
        }

        /** The text as a pattern in which its own wildcards mean themselves. */
        private @Nullable String pattern() {
            if (text == null || text.isBlank()) return null;
            String plain = text.strip().replace("\0", "");
            return "%" + plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        }
    }

    /**
     * Where a page ended; opaque to callers.
     *
     * @param key the time by which the list is ordered
     */
    record Place(OffsetDateTime key, UUID id) {
        String cursor() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((key + "|" + id).getBytes(StandardCharsets.UTF_8));
        }

        /** @throws Problem.Invalid for anything but a cursor that was given out */
        static Place parse(String cursor) {
            try {
                String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                int bar = plain.indexOf('|');
                if (bar < 0) throw new IllegalArgumentException("no bar");
                return new Place(
                        OffsetDateTime.parse(plain.substring(0, bar)), UUID.fromString(plain.substring(bar + 1)));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new Problem.Invalid("invalid-cursor", "The cursor is not one that this list gave out.");
            }
        }
    }

    /** @throws Problem.Invalid when a parameter is not one of the contract */
    TicketQuery {
        if (limit < 1 || limit > MOST)
            throw new Problem.Invalid("invalid-limit", "A page has 1 to " + MOST + " tickets.");
    }

    /** @throws Problem.Invalid for anything but a whole number */
    static int limit(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new Problem.Invalid("invalid-limit", "A page has 1 to " + MOST + " tickets.");
        }
    }

    static @Nullable TicketState state(@Nullable String name) {
        if (name == null || name.isBlank()) return null;
        try {
            return TicketState.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Problem.Invalid("invalid-state", "A state is one of " + Arrays.toString(TicketState.values()));
        }
    }

    /** What follows {@link Sight#CONDITION} in the statement; takes {@link #values}. */
    String condition() {
        return " AND " + view.condition() + Filter.CONDITION + " AND " + view.beyond() + view.ordering() + " LIMIT ?";
    }

    /** One more than the page has, which tells whether there is another. */
    @Nullable
    Object[] values(Sight sight, TicketWords words) {
        List<@Nullable Object> values = new ArrayList<>(sight.values());
        values.addAll(view.values(sight));
        values.addAll(filter.values(words));
        OffsetDateTime key = after == null ? null : after.key();
        values.addAll(Arrays.<@Nullable Object>asList(key, key, after == null ? null : after.id(), limit + 1));
        return values.toArray();
    }
}
