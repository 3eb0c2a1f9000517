package io.jiangwen.conversation;

import io.jiangwen.answer.Answer;
import io.jiangwen.answer.Outcome.Versions;
import io.jiangwen.confidence.Certificate;
import io.jiangwen.question.Detail;
import io.jiangwen.ticket.TicketSummary;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question and what became of it.
 *
 * @param rewritten the standalone question that was searched for
 * @param reason why a person is needed; null otherwise
 * @param message what happens next, in the asker's language
 * @param probability that the evidence answers the question; null where nothing was judged
 * @param answer null unless {@code outcome} is ANSWERED
 * @param safety highest level of the articles cited, 0 to 3; from 2 on {@code message} is a warning to be shown first
 * @param certificate as it stands now, whenever the answer was given
 * @param ticket in its present state; null where no person is asked, or not yet
 * @param recalled that the answer turned out to be wrong; null as long as nobody found so
 * @param missing what nothing was said of; empty unless {@code outcome} is NEEDS_DETAIL
 * @param regenerates the turn whose question was asked again; null for a new question
 * @param regeneratedBy the turn that took its place; null while none has
 * @param feedback of the asker; null while he gave none
 */
record Turn(
        UUID id,
        String question,
        String rewritten,
        TurnOutcome outcome,
        @Nullable String reason,
        String message,
        @Nullable Double probability,
        Certificate certificate,
        @Nullable Words answer,
        List<Answer.Citation> citations,
        int safety,
        @Nullable TicketSummary ticket,
        Versions versions,
        OffsetDateTime createdAt,
        @Nullable Recall recalled,
        @Nullable List<Detail> missing,
        @Nullable UUID regenerates,
        @Nullable UUID regeneratedBy,
        @Nullable Feedback feedback) {
    Turn {
        citations = List.copyOf(citations);
        // Turns stored before there was such a list have none.
        missing = missing == null ? List.of() : List.copyOf(missing);
        if ((outcome == TurnOutcome.ANSWERED) != (answer != null)) {
            throw new IllegalArgumentException("a turn has an answer exactly when it is answered");
        }
    }

    /** The sentences of an answer; their citations stand beside them in the turn. */
    record Words(Answer.Composer composer, List<Answer.Sentence> sentences) {
        Words {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * An answer that is not to be relied on any more.
     *
     * @param reason AUDIT: somebody who knows the trade found it wrong
     */
    record Recall(String reason, OffsetDateTime at) {}

    /** What is read afresh whenever the turn is shown. */
    record Present(
            Certificate certificate,
            @Nullable TicketSummary ticket,
            @Nullable Recall recalled,
            @Nullable UUID regeneratedBy,
            @Nullable Feedback feedback) {}

    /** The same turn with what may have changed since it was told. */
    Turn now(Present present) {
        return told(outcome, message, present);
    }

    Turn with(TicketSummary now) {
        return told(outcome, message, new Present(certificate, now, recalled, regeneratedBy, feedback));
    }

    /** The same turn come to something else. */
    Turn saying(TurnOutcome instead, String words) {
        return told(instead, words, new Present(certificate, ticket, recalled, regeneratedBy, feedback));
    }

    private Turn told(TurnOutcome became, String words, Present present) {
        return new Turn(
                id,
                question,
                rewritten,
                became,
                reason,
                words,
                probability,
                present.certificate(),
                answer,
                citations,
                safety,
                present.ticket(),
                versions,
                createdAt,
                present.recalled(),
                missing,
                regenerates,
                present.regeneratedBy(),
                present.feedback());
    }
}
