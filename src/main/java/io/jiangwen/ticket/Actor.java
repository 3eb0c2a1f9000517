package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CallerId;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who makes an event happen.
 *
 * @param tag as written in {@code ticket_event.actor}
 * @param parties what he is to the ticket
 */
record Actor(String tag, Set<Party> parties) {
    static final Actor SYSTEM = new Actor("system", Set.of(Party.SYSTEM));

    Actor {
        parties = Set.copyOf(parties);
    }

    /** The caller, as what he is to this ticket. */
    static Actor of(Caller caller, Ticket ticket) {
        return new Actor(tag(caller.id()), new Sight(caller).parties(ticket));
    }

    /** Whoever asks. */
    static Actor asker(CallerId id) {
        return new Actor(tag(id), Set.of(Party.ASKER));
    }

    /** The same person, to whom the ticket was offered. */
    Actor offered() {
        Set<Party> more = EnumSet.of(Party.OFFERED);
        more.addAll(parties);
        return new Actor(tag, more);
    }

    static String tag(CallerId id) {
        return switch (id) {
            case CallerId.AccountId account -> "account:" + account.value();
            case CallerId.VisitorId visitor -> "visitor:" + visitor.value();
        };
    }
}
