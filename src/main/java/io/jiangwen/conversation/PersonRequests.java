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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tickets that somebody asks for himself, and those that waited for a visitor to say who he is. */
@ApplicationScoped
class PersonRequests {
    private final Pipeline pipeline;
    private final Conversations conversations;
    private final TurnWriter writer;
    private final TurnStore turns;
    private final HandOver handOver;
    private final Visitors visitors;
    private final Clock clock;

    PersonRequests(
            Pipeline pipeline,
            Conversations conversations,
            TurnWriter writer,
            TurnStore turns,
            HandOver handOver,
            Visitors visitors,
            Clock clock) {
        this.pipeline = pipeline;
        this.conversations = conversations;
        this.writer = writer;
        this.turns = turns;
        this.handOver = handOver;
        this.visitors = visitors;
        this.clock = clock;
    }

    /** What is known about the question, to be read before the transaction opens. */
    Examined examine(Caller caller, String question) {
        return pipeline.examine(Question.of(question), caller.viewer());
    }

    /**
     * What somebody wants a person for.
     *
     * @param same an open ticket of the same enterprise that asks the same, null when there is none
     * @param key the asker's idempotency key; null without one
     */
    record Wish(
            String question,
            boolean confidential,
            @Nullable UUID same,
            @Nullable String key) {}

    /** The wish as it can be met; what is confidential joins nothing. To be read before the transaction opens. */
    Wish wish(Caller caller, String question, boolean confidential, @Nullable String key) {
        UUID same = handOver.same(caller, question);
        return new Wish(question, confidential, confidential ? null : same, key);
    }

    /**
     * Opens a thread of one turn with its ticket, or with that of somebody else who asked the same. Sent again with the
     * same key it is the same thread, also when nobody was told of it the first time.
     *
     * @throws Problem.Conflict when a visitor has not said yet whom to answer
     */
    @Transactional
    Turn open(Caller caller, Examined examined, Wish wish) {
        if (handOver.mustLeaveContact(caller)) {
            throw new Problem.Conflict(
                    "contact-required", "Leave enterprise, contact and consent first: PUT /widget/sessions/current.");
        }
        String key = wish.key();
        UUID conversation = key == null ? UUID.randomUUID() : thread(caller, key);
        Optional<Turn> opened = turns.ofKey(conversation, key);
        if (opened.isPresent()) return opened.get();
        conversations.create(caller, conversation);
        String question = wish.question();
        Asking asking = new Asking(caller, conversation, UUID.randomUUID(), question, key, clock.instant());
        Turn turn = writer.write(asking, Question.of(question), new Outcome.PersonRequested(examined, true));
        Waiting waiting = new Waiting(question, examined.dossier("PERSON_REQUESTED", true), wish.same());
        return handOver.open(caller, conversation, turn, waiting, wish.confidential());
    }

    private static UUID thread(Caller caller, String key) {
        return UUID.nameUUIDFromBytes(("POST /tickets\n" + caller.id() + "\n" + key).getBytes(StandardCharsets.UTF_8));
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
