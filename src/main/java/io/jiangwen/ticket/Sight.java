package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CallerId;
import io.jiangwen.account.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a caller may see: his own questions and those he owns; a craftsman those offered to him and those that
 * anybody may claim; a dispatcher those of his region; an administrator all. What is confidential is seen only by its asker, its owner, craftsmen it is
 * offered to who have not declined, dispatchers of its region, and administrators once it has risen to them. Part of every query that reads tickets.
 */
record Sight(Caller caller) {
    /** Over {@code ticket t}; takes {@link #values()}. */
    static final String CONDITION = """
            (t.asker_account = ? OR t.asker_visitor = ?
             OR EXISTS (SELECT 1 FROM ticket_asker j WHERE j.ticket_id = t.id
                        AND (j.asker_account = ? OR j.asker_visitor = ?))
             OR (? AND (NOT t.confidential OR t.level = 4))
             OR (t.owner_id = ?)
             OR (? AND (CAST(? AS text) IS NULL OR t.region IS NULL OR t.region = ?))
             OR (? AND ((t.state = 'OPEN' AND NOT t.confidential)
                        OR EXISTS (SELECT 1 FROM ticket_offer o WHERE o.ticket_id = t.id AND o.account_id = ?
                           AND (o.declined_at IS NULL OR NOT t.confidential)))))
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
                account(),
                visitor(),
                caller.role() == Role.ADMINISTRATOR,
                account(),
                caller.role() == Role.DISPATCHER,
                caller.region(),
                caller.region(),
                caller.role() == Role.CRAFTSMAN,
                account()));
    }

    @Nullable
    Object[] valuesAfter(@Nullable Object... before) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(before));
        all.addAll(values());
        return all.toArray();
    }

    /** What the caller is to a ticket that he may see; whether it was offered to him, only the offers know. */
    Set<Party> parties(Ticket ticket) {
        Set<Party> parties = EnumSet.noneOf(Party.class);
        if (isAsker(ticket)) parties.add(Party.ASKER);
        if (isOwner(ticket)) parties.add(Party.OWNER);
        if (caller.role() == Role.CRAFTSMAN) parties.add(Party.CRAFTSMAN);
        if (dispatches(ticket)) parties.add(Party.DISPATCHER);
        return parties;
    }

    /** Whoever looks after other people's tickets. */
    boolean mindsEverything() {
        return caller.role() == Role.DISPATCHER || caller.role() == Role.ADMINISTRATOR;
    }

    /** Clocks are for those who have to keep them. */
    boolean mindsClocks(Ticket ticket) {
        return isOwner(ticket) || dispatches(ticket) || caller.role() == Role.ADMINISTRATOR;
    }

    boolean isAsker(Ticket ticket) {
        return ticket.asking().isAskedBy(caller.id());
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
