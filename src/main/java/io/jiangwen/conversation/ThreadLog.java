package io.jiangwen.conversation;

import io.jiangwen.account.Announcement;
import io.jiangwen.account.Audience;
import io.jiangwen.answer.Outcome;
import io.jiangwen.question.Dossier;
import io.jiangwen.question.Question;
import io.jiangwen.text.Language;
import io.jiangwen.ticket.TicketSummary;
import io.jiangwen.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
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
    private static final int REMEMBERED_QUESTIONS = 5;

    private final Conversations conversations;
    private final TurnStore turns;
    private final TurnWriter writer;
    private final HandOver handOver;
    private final Tickets tickets;
    private final Event<Announcement> announcements;

    ThreadLog(
            Conversations conversations,
            TurnStore turns,
            TurnWriter writer,
            HandOver handOver,
            Tickets tickets,
            Event<Announcement> announcements) {
        this.conversations = conversations;
        this.turns = turns;
        this.writer = writer;
        this.handOver = handOver;
        this.tickets = tickets;
        this.announcements = announcements;
    }

    /** The turn of an earlier request with the same key, or of a thread that a person owns: nothing is to be asked. */
    @Transactional
    Optional<Turn> repeatedOrForwarded(Asking asking) {
        conversations.lock(asking.conversation());
        Optional<Turn> earlier = turns.ofKey(asking.conversation(), asking.key());
        if (earlier.isPresent()) return earlier;
        return tickets.muting(asking.conversation()).map(ticket -> forward(asking, ticket));
    }

    @Transactional
    List<String> earlierQuestions(UUID conversation) {
        return turns.questions(conversation, REMEMBERED_QUESTIONS);
    }

    /** The open ticket that a question in need of a person may join; to be found before {@link #record}. */
    @Nullable
    UUID same(Asking asking, Question question, Outcome outcome) {
        return dossier(outcome) == null ? null : handOver.same(asking.caller(), subject(question, outcome));
    }

    /** @param same of {@link #same} */
    @Transactional
    Turn record(Asking asking, Question question, Outcome outcome, @Nullable UUID same) {
        conversations.lock(asking.conversation());
        Optional<TicketSummary> muting = tickets.muting(asking.conversation());
        if (muting.isPresent()) return forward(asking, muting.get());
        Turn turn = writer.write(asking, question, outcome);
        Dossier dossier = dossier(outcome);
        if (dossier != null)
            turn = handOver.attempt(asking, turn, new Waiting(subject(question, outcome), dossier, same));
        announce(asking, turn);
        return turn;
    }

    private Turn forward(Asking asking, TicketSummary ticket) {
        Turn turn = writer.forwarded(asking, Language.of(asking.text()), ticket);
        tickets.forward(ticket.id(), asking.caller().id(), asking.text());
        announce(asking, turn);
        return turn;
    }

    /** What the craftsman is asked: for a bare request for a person, the question before it. */
    private static String subject(Question question, Outcome outcome) {
        return outcome instanceof Outcome.PersonRequested requested
                ? requested.examined().question().text()
                : question.text();
    }

    private static @Nullable Dossier dossier(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Escalated thin -> thin.examined().dossier(thin.reason(), thin.draft(), true);
            case Outcome.PersonRequested wish -> wish.examined().dossier("PERSON_REQUESTED", null, false);
            case Outcome.Answered a -> null;
            case Outcome.SmallTalk s -> null;
            case Outcome.NeedsDetail n -> null;
        };
    }

    private void announce(Asking asking, Turn turn) {
        announcements.fire(new Announcement(
                "turn.answered",
                turn.id().toString(),
                Map.of(
                        "conversation",
                        asking.conversation().toString(),
                        "outcome",
                        turn.outcome().name()),
                Audience.of(asking.caller().id())));
    }
}
