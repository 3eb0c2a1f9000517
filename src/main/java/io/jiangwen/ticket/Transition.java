package io.jiangwen.ticket;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@link Transitions}: an event, where it leads, who may make it happen, under which conditions and with what
 * effects.
 *
 * @param guards in the order in which they are asked for
 * @param closedAs why the ticket is closed then; null unless the row leads to CLOSED
 */
record Transition(
        TicketMove move,
        Set<Party> parties,
        List<Guard> guards,
        Set<Effect> effects,
        @Nullable ClosedAs closedAs) {
    Transition {
        parties = Set.copyOf(parties);
        guards = List.copyOf(guards);
        effects = Set.copyOf(effects);
        if ((move.to() == TicketState.CLOSED) != (closedAs != null))
            throw new IllegalArgumentException(move + " closes as " + closedAs);
        if (effects.containsAll(EnumSet.of(Effect.NEW_OWNER, Effect.NO_OWNER)))
            throw new IllegalArgumentException(move + " both gives and takes");
    }

    TicketEvent event() {
        return move.event();
    }

    boolean isFor(Set<Party> caller) {
        return caller.stream().anyMatch(parties::contains);
    }

    boolean has(Effect effect) {
        return effects.contains(effect);
    }

    static Transition on(TicketEvent event, @Nullable TicketState from, TicketState to) {
        return new Transition(new TicketMove(event, from, to), Set.of(), List.of(), Set.of(), null);
    }

    static Transition closing(TicketEvent event, TicketState from, ClosedAs how) {
        return new Transition(new TicketMove(event, from, TicketState.CLOSED), Set.of(), List.of(), Set.of(), how);
    }

    Transition by(Party... those) {
        return new Transition(move, Set.of(those), guards, effects, closedAs);
    }

    Transition when(Guard... these) {
        return new Transition(move, parties, List.of(these), effects, closedAs);
    }

    Transition then(Effect... those) {
        return new Transition(move, parties, guards, Set.of(those), closedAs);
    }
}
