package io.jiangwen.conversation;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CallerId;
import io.jiangwen.account.Visitors;
import io.jiangwen.answer.Examined;
import io.jiangwen.answer.Outcome;
import io.jiangwen.answer.Pipeline;
import io.jiangwen.problem.Problem;
import io.jiangwen.question.Question;
import io.jiangwen.ticket.TicketSummary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Tickets that somebody asks for himself, and those that waited for a visitor to say who he is. */
@ApplicationScoped
class PersonRequests {
    private final Pipeline pipeline;
    private final Conversations conversations;
    private final TurnWriter writer;
    private final HandOver handOver;
    private final Visitors visitors;
    private final Clock clock;

    PersonRequests(
            Pipeline pipeline,
            Conversations conversations,
            TurnWriter writer,
            HandOver handOver,
            Visitors visitors,
            Clock clock) {
        this.pipeline = pipeline;
        this.conversations = conversations;
        this.writer = writer;
        this.handOver = handOver;
        this.visitors = visitors;
        this.clock = clock;
    }

    /** What is known about the question, to be read before the transaction opens. */
    Examined examine(Caller caller, String question) {
        return pipeline.examine(Question.of(question), caller.viewer());
    }

    /**
     * Opens a thread of one turn with its ticket.
     *
     * @throws Problem.Conflict when a visitor has not said yet whom to answer
     */
    @Transactional
    TicketSummary open(Caller caller, Examined examined, String question, boolean confidential) {
        if (handOver.mustLeaveContact(caller)) {
            throw new Problem.Conflict(
                    "contact-required", "Leave enterprise, contact and consent first: PUT /widget/sessions/current.");
        }
        UUID conversation = conversations.create(caller);
        Asking asking = new Asking(caller, conversation, UUID.randomUUID(), question, null, clock.instant());
        Turn turn = writer.write(asking, Question.of(question), new Outcome.PersonRequested(examined, true));
        Waiting waiting = new Waiting(question, examined.dossier("PERSON_REQUESTED", null, true));
        return java.util.Objects.requireNonNull(
                handOver.open(caller, conversation, turn, waiting, confidential).ticket());
    }

    /** Stores whom to answer and opens the ticket that waited for it; empty when none did. */
    @Transactional
    Optional<TicketSummary> leaveContact(Caller caller, String enterprise, String contact) {
        if (!(caller.id() instanceof CallerId.VisitorId visitor)) {
            throw new Problem.Forbidden("not-a-visitor", "Only visitors leave a contact; accounts have one.");
        }
        visitors.leaveContact(visitor.value(), enterprise, contact);
        return handOver.openWaiting(caller);
    }
}
