package io.jiangwen.ticket;

import static io.jiangwen.ticket.Effect.COUNT_REMINDER;
import static io.jiangwen.ticket.Effect.DROP_FEEDBACK;
import static io.jiangwen.ticket.Effect.DROP_REPLY;
import static io.jiangwen.ticket.Effect.KEEP;
import static io.jiangwen.ticket.Effect.LEASE;
import static io.jiangwen.ticket.Effect.NEW_OWNER;
import static io.jiangwen.ticket.Effect.NO_OWNER;
import static io.jiangwen.ticket.Effect.RAISE_LEVEL;
import static io.jiangwen.ticket.Guard.CURRENT_EPOCH;
import static io.jiangwen.ticket.Guard.FIRST_REJECTION;
import static io.jiangwen.ticket.Guard.FOLLOW_UP_TIME;
import static io.jiangwen.ticket.Guard.NAMED_CRAFTSMAN;
import static io.jiangwen.ticket.Guard.OWNER_AWAY;
import static io.jiangwen.ticket.Guard.OWNER_HERE;
import static io.jiangwen.ticket.Guard.REASON;
import static io.jiangwen.ticket.Guard.REJECTED_BEFORE;
import static io.jiangwen.ticket.Guard.REMINDED;
import static io.jiangwen.ticket.Guard.REMINDERS_LEFT;
import static io.jiangwen.ticket.Guard.ROOM;
import static io.jiangwen.ticket.Guard.UNDO_TIME;
import static io.jiangwen.ticket.Guard.UNTIL;
import static io.jiangwen.ticket.Guard.WORDS;
import static io.jiangwen.ticket.Party.ASKER;
import static io.jiangwen.ticket.Party.CRAFTSMAN;
import static io.jiangwen.ticket.Party.DISPATCHER;
import static io.jiangwen.ticket.Party.OFFERED;
import static io.jiangwen.ticket.Party.OWNER;
import static io.jiangwen.ticket.Party.SYSTEM;
import static io.jiangwen.ticket.TicketState.ASSIGNED;
import static io.jiangwen.ticket.TicketState.CANCELLED;
import static io.jiangwen.ticket.TicketState.CLOSED;
import static io.jiangwen.ticket.TicketState.NEW;
import static io.jiangwen.ticket.TicketState.ON_HOLD;
import static io.jiangwen.ticket.TicketState.PENDING;
import static io.jiangwen.ticket.TicketState.SOLVED;
import static io.jiangwen.ticket.Transition.closing;
import static io.jiangwen.ticket.Transition.on;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The one table of transitions; every move of a ticket goes by one of its rows. The database holds the same events and
 * refuses everything else too.
 */
final class Transitions {
    /** Where a ticket waits or is worked on without a reply; a dispatcher may give it to somebody from here. */
    private static final List<TicketState> UNANSWERED = List.of(TicketState.OPEN, ASSIGNED, PENDING, ON_HOLD);

    static final List<Transition> TABLE = Stream.of(
                    Stream.of(
                            on(TicketEvent.OPEN, null, NEW).by(ASKER, DISPATCHER),
                            on(TicketEvent.OFFER, NEW, TicketState.OPEN).by(SYSTEM),
                            on(TicketEvent.CLAIM, TicketState.OPEN, ASSIGNED)
                                    .by(CRAFTSMAN)
                                    .when(ROOM)
                                    .then(NEW_OWNER, LEASE),
                            on(TicketEvent.DECLINE, TicketState.OPEN, TicketState.OPEN)
                                    .by(OFFERED)),
                    UNANSWERED.stream().map(from -> on(TicketEvent.ASSIGN, from, ASSIGNED)
                            .by(DISPATCHER)
                            .when(REASON, NAMED_CRAFTSMAN)
                            .then(NEW_OWNER, LEASE)),
                    UNANSWERED.stream().map(from -> on(TicketEvent.TAKE_OVER, from, ASSIGNED)
                            .by(DISPATCHER)
                            .when(REASON)
                            .then(NEW_OWNER, LEASE)),
                    Stream.of(
                            on(TicketEvent.TRANSFER, ASSIGNED, ASSIGNED)
                                    .by(OWNER)
                                    .when(CURRENT_EPOCH, REASON, NAMED_CRAFTSMAN, ROOM)
                                    .then(NEW_OWNER, LEASE),
                            on(TicketEvent.RELEASE, ASSIGNED, TicketState.OPEN)
                                    .by(OWNER)
                                    .when(CURRENT_EPOCH)
                                    .then(NO_OWNER),
                            on(TicketEvent.EXPIRE, ASSIGNED, TicketState.OPEN)
                                    .by(SYSTEM)
                                    .when(Guard.DUE)
                                    .then(NO_OWNER),
                            on(TicketEvent.ASK_BACK, ASSIGNED, PENDING)
                                    .by(OWNER)
                                    .when(CURRENT_EPOCH, WORDS)
                                    .then(Effect.DUE),
                            on(TicketEvent.ANSWER, PENDING, ASSIGNED)
                                    .by(ASKER)
                                    .when(WORDS)
                                    .then(LEASE),
                            on(TicketEvent.REMIND, PENDING, PENDING)
                                    .by(SYSTEM)
                                    .when(Guard.DUE, REMINDERS_LEFT)
                                    .then(Effect.DUE, COUNT_REMINDER),
                            closing(TicketEvent.NO_ANSWER, PENDING, ClosedAs.NO_REPLY)
                                    .by(SYSTEM)
                                    .when(Guard.DUE, REMINDED),
                            on(TicketEvent.HOLD, ASSIGNED, ON_HOLD)
                                    .by(OWNER)
                                    .when(CURRENT_EPOCH, REASON, UNTIL)
                                    .then(Effect.DUE),
                            on(TicketEvent.RESUME, ON_HOLD, ASSIGNED)
                                    .by(OWNER)
                                    .when(CURRENT_EPOCH)
                                    .then(LEASE),
                            on(TicketEvent.RESUME, ON_HOLD, ASSIGNED)
                                    .by(SYSTEM)
                                    .when(Guard.DUE)
                                    .then(LEASE),
                            on(TicketEvent.REPLY, ASSIGNED, SOLVED)
                                    .by(OWNER)
                                    .when(CURRENT_EPOCH)
                                    .then(Effect.DUE),
                            on(TicketEvent.UNDO, SOLVED, ASSIGNED)
                                    .by(OWNER)
                                    .when(CURRENT_EPOCH, UNDO_TIME)
                                    .then(LEASE, DROP_REPLY),
                            closing(TicketEvent.CONFIRM, SOLVED, ClosedAs.CONFIRMED)
                                    .by(ASKER),
                            closing(TicketEvent.ASSUME, SOLVED, ClosedAs.ASSUMED)
                                    .by(SYSTEM)
                                    .when(Guard.DUE),
                            on(TicketEvent.REJECT, SOLVED, ASSIGNED)
                                    .by(ASKER)
                                    .when(OWNER_HERE, FIRST_REJECTION)
                                    .then(LEASE, DROP_REPLY),
                            on(TicketEvent.REJECT, SOLVED, ASSIGNED)
                                    .by(ASKER)
                                    .when(OWNER_HERE, REJECTED_BEFORE)
                                    .then(LEASE, DROP_REPLY, RAISE_LEVEL),
                            on(TicketEvent.REJECT, SOLVED, TicketState.OPEN)
                                    .by(ASKER)
                                    .when(OWNER_AWAY, FIRST_REJECTION)
                                    .then(NO_OWNER, DROP_REPLY),
                            on(TicketEvent.REJECT, SOLVED, TicketState.OPEN)
                                    .by(ASKER)
                                    .when(OWNER_AWAY, REJECTED_BEFORE)
                                    .then(NO_OWNER, DROP_REPLY, RAISE_LEVEL),
                            on(TicketEvent.FOLLOW_UP, CLOSED, ASSIGNED)
                                    .by(ASKER)
                                    .when(FOLLOW_UP_TIME, WORDS, OWNER_HERE)
                                    .then(LEASE, DROP_REPLY, DROP_FEEDBACK),
                            on(TicketEvent.FOLLOW_UP, CLOSED, TicketState.OPEN)
                                    .by(ASKER)
                                    .when(FOLLOW_UP_TIME, WORDS, OWNER_AWAY)
                                    .then(NO_OWNER, DROP_REPLY, DROP_FEEDBACK)),
                    EnumSet.of(NEW, TicketState.OPEN, ASSIGNED, PENDING, ON_HOLD).stream()
                            .flatMap(from -> Stream.of(
                                    on(TicketEvent.CANCEL, from, CANCELLED)
                                            .by(ASKER)
                                            .when(Guard.ALONE),
                                    on(TicketEvent.CANCEL, from, CANCELLED)
                                            .by(DISPATCHER)
                                            .when(REASON))),
                    EnumSet.of(TicketState.OPEN, ASSIGNED, SOLVED).stream().map(in -> on(TicketEvent.WARN, in, in)
                            .by(SYSTEM)
                            .when(Guard.DUE)
                            .then(KEEP)),
                    EnumSet.of(TicketState.OPEN, ASSIGNED).stream().map(in -> on(TicketEvent.BREACH, in, in)
                            .by(SYSTEM)
                            .when(Guard.DUE)
                            .then(KEEP, RAISE_LEVEL)),
                    UNANSWERED.stream().map(in -> on(TicketEvent.PRIORITISE, in, in)
                            .by(DISPATCHER)
                            .when(REASON)
                            .then(KEEP)),
                    UNANSWERED.stream()
                            .map(in -> on(TicketEvent.JOIN, in, in).by(ASKER).then(KEEP)),
                    Stream.of(
                            on(TicketEvent.AGREE, SOLVED, SOLVED).by(ASKER).then(KEEP),
                            on(TicketEvent.SPLIT, SOLVED, SOLVED).by(ASKER).then(KEEP)))
            .flatMap(rows -> rows)
            .toList();

    private Transitions() {}

    /**
     * What the table says. Of several rows the first applies whose conditions all hold.
     *
     * @param parties what the caller is to the ticket
     * @param holding the conditions that hold
     */
    static Ruling judge(TicketEvent event, TicketState from, Set<Party> parties, Set<Guard> holding) {
        Set<Party> its = parties(event);
        if (Collections.disjoint(its, parties)) return new Ruling.ForOthers(its);
        if (rows(event, from).findAny().isEmpty()) return new Ruling.Impossible();
        List<Transition> his =
                rows(event, from).filter(row -> row.isFor(parties)).toList();
        if (his.isEmpty()) return new Ruling.ForOthers(its);
        return his.stream()
                .filter(row -> holding.containsAll(row.guards()))
                .findFirst()
                .<Ruling>map(Ruling.Allowed::new)
                .orElseGet(() -> new Ruling.Unmet(firstUnmet(his.getFirst(), holding)));
    }

    /** Whether the event may happen in a state at all, wherever it leads. */
    static boolean allow(TicketEvent event, TicketState from) {
        return rows(event, from).findAny().isPresent();
    }

    /** What somebody may try in a state; conditions may still stand against it. */
    static Set<TicketEvent> open(TicketState from, Set<Party> parties) {
        Set<TicketEvent> events = EnumSet.noneOf(TicketEvent.class);
        TABLE.stream()
                .filter(row -> row.move().from() == from && row.isFor(parties))
                .forEach(row -> events.add(row.event()));
        return events;
    }

    /** Everybody who may make the event happen in some state. */
    private static Set<Party> parties(TicketEvent event) {
        Set<Party> parties = EnumSet.noneOf(Party.class);
        TABLE.stream().filter(row -> row.event() == event).forEach(row -> parties.addAll(row.parties()));
        return parties;
    }

    private static Stream<Transition> rows(TicketEvent event, TicketState from) {
        return TABLE.stream().filter(row -> row.event() == event && row.move().from() == from);
    }

    private static Guard firstUnmet(Transition row, Set<Guard> holding) {
        return row.guards().stream()
                .filter(guard -> !holding.contains(guard))
                .findFirst()
                .orElseThrow();
    }
}
