package io.jiangwen.ticket;

import io.jiangwen.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of the visible tickets a list shows.
 *
 * @param text a stretch of the question or of the number
 * @param after the last ticket of the page before, null for the first page
 */
record TicketQuery(
        View view,
        @Nullable TicketState state,
        @Nullable String text,
        @Nullable Place after,
        int limit) {
    /** Follows {@link Sight#CONDITION}; takes {@link #values}. */
    static final String CONDITION = """
             AND (? OR t.owner_id = ? OR t.asker_account = ? OR t.asker_visitor = ?)
             AND (? OR t.state = 'OPEN')
             AND (CAST(? AS text) IS NULL OR t.state = ?)
             AND (CAST(? AS text) IS NULL OR t.question ILIKE ? OR t.number ILIKE ?)
             AND (CAST(? AS timestamptz) IS NULL OR (t.opened_at, t.id) < (?, ?))
            ORDER BY t.opened_at DESC, t.id DESC
            LIMIT ?
            """;

    private static final int LONGEST_TEXT = 200;
    static final int MOST = 100;

    enum View {
        /** Asked or owned by the caller. */
        MINE,
        /** Waiting for a craftsman. */
        OPEN,
        ALL
    }

    /** Where a page ended; opaque to callers. */
    record Place(OffsetDateTime openedAt, UUID id) {
        static Place of(Ticket ticket) {
            return new Place(ticket.asking().openedAt(), ticket.id());
        }

        String cursor() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((openedAt + "|" + id).getBytes(StandardCharsets.UTF_8));
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
        if (text != null && text.length() > LONGEST_TEXT)
            throw new Problem.Invalid("invalid-query", "Search for at most " + LONGEST_TEXT + " characters.");
    }

    /** @throws Problem.Invalid for anything but a whole number */
    static int limit(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new Problem.Invalid("invalid-limit", "A page has 1 to " + MOST + " tickets.");
        }
    }

    static View view(@Nullable String name) {
        if (name == null || name.isBlank()) return View.ALL;
        try {
            return View.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Problem.Invalid("invalid-view", "A view is one of mine, open, all.");
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

    @Nullable
    Object[] values(Sight sight) {
        String wanted = state == null ? null : state.name();
        String pattern = pattern();
        OffsetDateTime before = after == null ? null : after.openedAt();
        return Arrays.asList(
                        sight.values(),
                        Arrays.<@Nullable Object>asList(
                                view != View.MINE,
                                sight.account(),
                                sight.account(),
                                sight.visitor(),
                                view != View.OPEN),
                        Arrays.<@Nullable Object>asList(wanted, wanted, pattern, pattern, pattern),
                        Arrays.<@Nullable Object>asList(before, before, after == null ? null : after.id(), limit + 1))
                .stream()
                .flatMap(part -> part.stream())
                .toArray();
    }

    /** The text as a pattern in which its own wildcards mean themselves. */
    private @Nullable String pattern() {
        if (text == null || text.isBlank()) return null;
        String plain = text.strip().replace("\0", "");
        return "%" + plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
