package io.jiangwen.conversation;

import io.jiangwen.account.Announcement;
import io.jiangwen.account.Audience;
import io.jiangwen.answer.Outcome;
import io.jiangwen.problem.Problem;
import io.jiangwen.question.Dossier;
import io.jiangwen.question.Question;
import io.jiangwen.text.Language;
import io.jiangwen.ticket.TicketSummary;
import io.jiangwen.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes what became of a question, in one transaction with the ticket it opened. Whether a person owns the thread is
 * asked again in that transaction: the assistant never speaks over a craftsman who claimed meanwhile.
 */
@ApplicationScoped
class ThreadLog {
    private final Conversations conversations;
    private final TurnStore turns;
    private final TurnProgress progress;
    private final TurnWriter writer;
    private final HandOver handOver;
    private final Tickets tickets;
    private final Event<Announcement> announcements;

    ThreadLog(
            Conversations conversations,
            TurnStore turns,
            TurnProgress progress,
            TurnWriter writer,
            HandOver handOver,
            Tickets tickets,
            Event<Announcement> announcements) {
        this.conversations = conversations;
        this.turns = turns;
        this.progress = progress;
        this.writer = writer;
        this.handOver = handOver;
        this.tickets = tickets;
        this.announcements = announcements;
    }

    /**
     * The turn of an earlier request with the same key, the one that took this turn's place already, or that of a thread
     * which a person owns: nothing is to be asked.
     */
    @Transactional
    Optional<Turn> repeatedOrForwarded(Asking asking) {
        conversations.lock(asking.conversation());
        Optional<Turn> earlier = settled(asking);
        if (earlier.isPresent()) return earlier;
        Optional<TicketSummary> muting = tickets.muting(asking.conversation());
        if (muting.isPresent()) return muting.map(ticket -> forward(asking, ticket));
        progress.begin(asking);
        return Optional.empty();
    }

    /** The question with what the thread before it adds; that of a turn asked again with what came before that turn. */
    @Transactional
    Question question(Asking asking) {
        return new History(turns.said(asking.conversation(), asking.regenerates())).next(asking.text());
    }

    /** The open ticket that a question in need of a person may join; to be found before {@link #record}. */
    @Nullable
    UUID same(Asking asking, Question question, Outcome outcome) {
        // Whoever wants a person and does not say what for has nothing in common with others who do.
        boolean unnamed = outcome instanceof Outcome.PersonRequested wish && !wish.named();
        return unnamed || dossier(outcome) == null ? null : handOver.same(asking.caller(), subject(question, outcome));
    }

    /** @param same of {@link #same} */
    @Transactional
    Turn record(Asking asking, Question question, Outcome outcome, @Nullable UUID same) {
        conversations.lock(asking.conversation());
        boolean stopped = progress.end(asking.turn());
        Optional<Turn> earlier = settled(asking);
        if (earlier.isPresent()) return earlier.get();
        Optional<TicketSummary> muting = tickets.muting(asking.conversation());
        if (muting.isPresent()) return forward(asking, muting.get());
        if (stopped) return announced(asking, writer.stopped(asking, question.language()));
        Optional<TicketSummary> wish = turns.wishWithoutTrouble(asking.conversation());
        if (wish.isPresent() && asksMore(outcome)) return forward(asking, wish.get());
        Turn turn = writer.write(asking, question, outcome);
        Dossier dossier = dossier(outcome);
        if (dossier != null)
            turn = handOver.attempt(asking, turn, new Waiting(subject(question, outcome), dossier, same));
        if (wish.isPresent() && outcome instanceof Outcome.Answered) {
            tickets.forward(wish.get().id(), asking.caller().id(), asking.text());
        }
        return announced(asking, turn);
    }

    /** The turn could not be made: there is nothing left to stop. */
    @Transactional
    void abandon(Asking asking) {
        progress.end(asking.turn());
    }

    /**
     * Stops a turn that is being made: it will be stored without an answer and open no ticket.
     *
     * @throws Problem.Conflict when it is complete already: then it stays as it is
     * @throws Problem.NotFound for a turn that nobody began
     */
    @Transactional
    void stop(UUID conversation, UUID turn) {
        conversations.lock(conversation);
        if (progress.stop(conversation, turn)) return;
        turns.find(conversation, turn);
        throw new Problem.Conflict("turn-complete", "This turn is complete; nothing was stopped.");
    }

    private Optional<Turn> settled(Asking asking) {
        Optional<Turn> repeated = turns.ofKey(asking.conversation(), asking.key());
        return repeated.isPresent() ? repeated : turns.successor(asking.regenerates());
    }

    /** Whether it says what a person was asked for without saying it, or asks for him again. */
    private static boolean asksMore(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Escalated e -> true;
            case Outcome.NeedsDetail n -> true;
            case Outcome.PersonRequested p -> true;
            case Outcome.Answered a -> false;
            case Outcome.OutOfScope o -> false;
            case Outcome.SmallTalk s -> false;
            case Outcome.Unreadable u -> false;
        };
    }

    /** @throws Problem.Conflict for a turn that is asked again: the person who owns the thread has read it */
    private Turn forward(Asking asking, TicketSummary ticket) {
        if (asking.regenerates() != null) {
            throw new Problem.Conflict("thread-muted", "A person owns this thread; write to that person instead.");
        }
        Turn turn = writer.forwarded(asking, Language.of(asking.text()), ticket);
        tickets.forward(ticket.id(), asking.caller().id(), asking.text());
        return announced(asking, turn);
    }

    /** What the craftsman is asked: for a bare request for a person, the question before it. */
    private static String subject(Question question, Outcome outcome) {
        return outcome instanceof Outcome.PersonRequested requested
                ? requested.examined().question().text()
                : question.text();
    }

    private static @Nullable Dossier dossier(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Escalated thin -> thin.examined().dossier(thin.reason(), thin.draft(), thin.making(), true);
            case Outcome.PersonRequested wish -> wish.examined().dossier("PERSON_REQUESTED", false);
            case Outcome.Answered a -> null;
            case Outcome.SmallTalk s -> null;
            case Outcome.NeedsDetail n -> null;
            case Outcome.Unreadable u -> null;
            case Outcome.OutOfScope o -> null;
        };
    }

    private Turn announced(Asking asking, Turn turn) {
        announcements.fire(new Announcement(
                "turn.answered",
                turn.id().toString(),
                Map.of(
                        "conversation",
                        asking.conversation().toString(),
                        "outcome",
                        turn.outcome().name()),
                Audience.of(asking.caller().id())));
        return turn;
    }
}
