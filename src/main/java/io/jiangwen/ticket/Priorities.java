package io.jiangwen.ticket;

import io.jiangwen.account.Caller;
import io.jiangwen.account.Statements;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dispatchers say how much a ticket presses; its clocks are measured anew by the policies of that priority. */
@ApplicationScoped
class Priorities {
    private final OwnerDesk desk;
    private final TicketStore store;
    private final Statements database;
    private final TicketMoves moves;
    private final Clocks clocks;
    private final TicketTimes times;

    Priorities(
            OwnerDesk desk,
            TicketStore store,
            Statements database,
            TicketMoves moves,
            Clocks clocks,
            TicketTimes times) {
        this.desk = desk;
        this.store = store;
        this.database = database;
        this.moves = moves;
        this.clocks = clocks;
        this.times = times;
    }

    Priority of(UUID ticket) {
        return database.first(
                        "SELECT priority FROM ticket WHERE id = ?",
                        row -> Priority.valueOf(row.getString("priority")),
                        ticket)
                .orElseThrow(() -> new Problem.NotFound("ticket"));
    }

    /** The same again changes nothing. */
    @Transactional
    Ticket set(UUID id, Caller dispatcher, Priority priority, @Nullable String reason) {
        Ticket ticket = desk.lock(id);
        if (!store.sees(new Sight(dispatcher), id)) throw new Problem.NotFound("ticket");
        Actor actor = Actor.of(dispatcher, ticket);
        if (of(id) == priority && actor.parties().contains(Party.DISPATCHER)) return ticket;
        OffsetDateTime now = times.now();
        Ticket same = moves.make(
                new Step(TicketEvent.PRIORITISE, actor, now, reason),
                ticket,
                Terms.given().and(Guard.REASON, reason != null && !reason.isBlank()));
        database.update("UPDATE ticket SET priority = ? WHERE id = ?", priority.name(), id);
        clocks.allowAnew(id, now);
        return same;
    }
}
