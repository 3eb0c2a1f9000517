package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CallerId;
import io.jiangwen.account.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a caller may see: his own questions; a craftsman those he owns, those offered to him and those that
 * anybody may claim; a dispatcher those of his region; an administrator all. Part of every query that reads tickets.
 */
record Sight(Caller caller) {
    /** Over {@code ticket t}; takes {@link #values()}. */
    static final String CONDITION = """
            (t.asker_account = ? OR t.asker_visitor = ?
             OR ?
             OR (? AND (CAST(? AS text) IS NULL OR t.region IS NULL OR t.region = ?))
             OR (? AND (t.owner_id = ?
                        OR (t.state = 'OPEN' AND NOT t.confidential)
                        OR EXISTS (SELECT 1 FROM ticket_offer o WHERE o.ticket_id = t.id AND o.account_id = ?))))
            """;

    /** The account, null for a visitor. */
    @Nullable
    UUID account() {
        return caller.id() instanceof CallerId.AccountId account ? account.value() : null;
    }

    @Nullable
    UUID visitor() {
        return caller.id() instanceof CallerId.VisitorId visitor ? visitor.value() : null;
    }

    List<@Nullable Object> values() {
        return Collections.unmodifiableList(Arrays.<@Nullable Object>asList(
                account(),
                visitor(),
                caller.role() == Role.ADMINISTRATOR,
                caller.role() == Role.DISPATCHER,
                caller.region(),
                caller.region(),
                caller.role() == Role.CRAFTSMAN,
                account(),
                account()));
    }

    @Nullable
    Object[] valuesAfter(@Nullable Object... before) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(before));
        all.addAll(values());
        return all.toArray();
    }

    boolean isAsker(Ticket ticket) {
        return ticket.asking().asker().equals(caller.id());
    }

    boolean isOwner(Ticket ticket) {
        UUID account = account();
        return account != null && ticket.standing().isOwnedBy(account);
    }

    /** A dispatcher whose region it is. */
    boolean dispatches(Ticket ticket) {
        String region = ticket.asking().region();
        return caller.role() == Role.DISPATCHER
                && (caller.region() == null || region == null || region.equals(caller.region()));
    }
}
