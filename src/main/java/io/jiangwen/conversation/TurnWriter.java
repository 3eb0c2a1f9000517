package io.jiangwen.conversation;

import io.jiangwen.answer.Answer;
import io.jiangwen.answer.Certification;
import io.jiangwen.answer.Examined;
import io.jiangwen.answer.Outcome;
import io.jiangwen.answer.Outcome.Versions;
import io.jiangwen.confidence.Calibration;
import io.jiangwen.confidence.CalibrationStore;
import io.jiangwen.question.Question;
import io.jiangwen.text.Language;
import io.jiangwen.ticket.TicketSummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an outcome into words and stores it as the next turn of its thread. Within the caller's transaction. */
@ApplicationScoped
class TurnWriter {
    /** From this level on an answer begins with a warning. */
    private static final int HIGH_RISK = 2;

    private final Conversations conversations;
    private final TurnStore turns;
    private final CalibrationStore calibrations;
    private final Certification certification;
    private final Clock clock;

    TurnWriter(
            Conversations conversations,
            TurnStore turns,
            CalibrationStore calibrations,
            Certification certification,
            Clock clock) {
        this.conversations = conversations;
        this.turns = turns;
        this.calibrations = calibrations;
        this.certification = certification;
        this.clock = clock;
    }

    Turn write(Asking asking, Question question, Outcome outcome) {
        Language language = question.language();
        Turn turn =
                switch (outcome) {
                    case Outcome.Answered answered -> answered(asking, language, answered);
                    case Outcome.Escalated thin -> escalated(asking, language, thin.examined(), thin.reason(), true);
                    case Outcome.PersonRequested wish ->
                        escalated(asking, language, wish.examined(), "PERSON_REQUESTED", false);
                    case Outcome.SmallTalk talk ->
                        said(asking, TurnOutcome.SMALL_TALK, message("SMALL_TALK", language));
                    case Outcome.NeedsDetail detail ->
                        said(asking, TurnOutcome.NEEDS_DETAIL, message("NEEDS_DETAIL", language));
                };
        append(asking, turn, language);
        if (outcome instanceof Outcome.Answered answered) certification.answered(turn.id(), answered);
        return turn;
    }

    Turn forwarded(Asking asking, Language language, TicketSummary ticket) {
        Turn turn = said(asking, TurnOutcome.FORWARDED, TurnMessages.text("FORWARDED", language, ticket.number()))
                .with(ticket);
        append(asking, turn, language);
        return turn;
    }

    /** The same turn, telling the number of its ticket. */
    Turn ticketed(Turn turn, TicketSummary ticket) {
        return told(turn, turn.outcome(), "ESCALATED." + turn.reason(), ticket);
    }

    /** The same turn, whose asker waits for the reply that somebody of his enterprise waits for already. */
    Turn joined(Turn turn, TicketSummary ticket) {
        return told(turn, TurnOutcome.JOINED, "JOINED", ticket);
    }

    private Turn told(Turn turn, TurnOutcome outcome, String key, TicketSummary ticket) {
        Turn told = new Turn(
                turn.id(),
                turn.question(),
                turn.rewritten(),
                outcome,
                turn.reason(),
                TurnMessages.text(key, Language.of(turn.question()), ticket.number()),
                turn.probability(),
                turn.certificate(),
                turn.answer(),
                turn.citations(),
                turn.safety(),
                ticket,
                turn.versions(),
                turn.createdAt(),
                turn.recalled());
        turns.amend(told);
        return told;
    }

    private Turn answered(Asking asking, Language language, Outcome.Answered answered) {
        Answer answer = answered.answer();
        boolean risky = answered.safety() >= HIGH_RISK;
        String key = risky
                ? "ANSWERED.SAFETY"
                : switch (answer.composer()) {
                    case MODEL -> "ANSWERED.MODEL";
                    case EXTRACTIVE -> "ANSWERED";
                };
        return turn(
                asking,
                TurnOutcome.ANSWERED,
                message(key, language),
                new Judged(
                        answered.examined().question().text(),
                        null,
                        answered.examined().verdict().probability(),
                        answer,
                        answered.safety(),
                        answered.versions()));
    }

    private Turn escalated(Asking asking, Language language, Examined examined, String reason, boolean judged) {
        Versions versions = new Versions(null, examined.calibration().name(), null);
        return turn(
                asking,
                TurnOutcome.ESCALATED,
                message("CONTACT." + reason, language),
                new Judged(
                        examined.question().text(),
                        reason,
                        judged ? examined.verdict().probability() : null,
                        null,
                        0,
                        versions));
    }

    private Turn said(Asking asking, TurnOutcome outcome, String message) {
        Calibration calibration = calibrations.current();
        return turn(
                asking,
                outcome,
                message,
                new Judged(asking.text(), null, null, null, 0, new Versions(null, calibration.name(), null)));
    }

    private record Judged(
            String rewritten,
            @Nullable String reason,
            @Nullable Double probability,
            @Nullable Answer answer,
            int safety,
            Versions versions) {}

    private Turn turn(Asking asking, TurnOutcome outcome, String message, Judged judged) {
        Answer answer = judged.answer();
        return new Turn(
                asking.turn(),
                asking.text(),
                judged.rewritten(),
                outcome,
                judged.reason(),
                message,
                judged.probability(),
                certification.certificate(),
                answer == null ? null : new Turn.Words(answer.composer(), answer.sentences()),
                answer == null ? List.of() : answer.citations(),
                judged.safety(),
                null,
                judged.versions(),
                OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MILLIS),
                null);
    }

    private void append(Asking asking, Turn turn, Language language) {
        turns.append(asking, turn, language);
        conversations.touch(asking.conversation(), turn.question());
    }

    private static String message(String key, Language language) {
        return TurnMessages.text(key, language);
    }
}
