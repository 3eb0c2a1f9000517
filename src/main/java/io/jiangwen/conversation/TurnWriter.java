package io.jiangwen.conversation;

import io.jiangwen.answer.Answer;
import io.jiangwen.answer.Certification;
import io.jiangwen.answer.Examined;
import io.jiangwen.answer.Outcome;
import io.jiangwen.answer.Outcome.Versions;
import io.jiangwen.confidence.Calibration;
import io.jiangwen.confidence.CalibrationStore;
import io.jiangwen.confidence.VerdictStore;
import io.jiangwen.question.Detail;
import io.jiangwen.question.Intent;
import io.jiangwen.question.Question;
import io.jiangwen.text.Language;
import io.jiangwen.ticket.TicketSummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
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

    /** Why more is asked for when nobody can tell what was meant. */
    static final String UNREADABLE = "UNREADABLE";

    private static final String PERSON_REQUESTED = "PERSON_REQUESTED";

    private final Conversations conversations;
    private final TurnStore turns;
    private final TurnMakings makings;
    private final CalibrationStore calibrations;
    private final VerdictStore verdicts;
    private final Certification certification;
    private final Clock clock;

    TurnWriter(
            Conversations conversations,
            TurnStore turns,
            TurnMakings makings,
            CalibrationStore calibrations,
            VerdictStore verdicts,
            Certification certification,
            Clock clock) {
        this.conversations = conversations;
        this.turns = turns;
        this.makings = makings;
        this.calibrations = calibrations;
        this.verdicts = verdicts;
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
                        escalated(asking, language, wish.examined(), PERSON_REQUESTED, false);
                    case Outcome.OutOfScope outside -> outOfScope(asking, language, outside.examined());
                    case Outcome.SmallTalk talk ->
                        said(asking, TurnOutcome.SMALL_TALK, null, message("SMALL_TALK", language));
                    case Outcome.Unreadable noise ->
                        said(asking, TurnOutcome.NEEDS_DETAIL, UNREADABLE, message("UNREADABLE", language));
                    case Outcome.NeedsDetail detail -> needsDetail(asking, question, detail);
                };
        append(asking, turn, language, Making.of(outcome, millis(asking)));
        if (outcome instanceof Outcome.Answered answered) {
            certification.answered(turn.id(), answered);
            verdicts.answered(turn.id(), answered.examined().verdict().signals());
        }
        return turn;
    }

    Turn forwarded(Asking asking, Language language, TicketSummary ticket) {
        String key = ticket.state().mutesAssistant() ? "FORWARDED" : "FORWARDED.WAITING";
        Turn turn = said(asking, TurnOutcome.FORWARDED, null, TurnMessages.text(key, language, ticket.number()))
                .with(ticket);
        append(asking, turn, language, Making.bare(millis(asking)));
        return turn;
    }

    Turn stopped(Asking asking, Language language) {
        Turn turn = said(asking, TurnOutcome.STOPPED, null, message("STOPPED", language));
        append(asking, turn, language, Making.bare(millis(asking)));
        return turn;
    }

    /** The same turn, telling the number of its ticket; a request for a person that names no trouble is asked for it. */
    Turn ticketed(Turn turn, TicketSummary ticket) {
        boolean unnamed = PERSON_REQUESTED.equals(turn.reason())
                && turn.rewritten().equals(turn.question())
                && Intent.of(turn.question()) == Intent.PERSON;
        return told(turn, turn.outcome(), "ESCALATED." + turn.reason() + (unnamed ? ".UNNAMED" : ""), ticket);
    }

    /** The same turn, whose asker waits for the reply that somebody of his enterprise waits for already. */
    Turn joined(Turn turn, TicketSummary ticket) {
        return told(turn, TurnOutcome.JOINED, "JOINED", ticket);
    }

    private Turn told(Turn turn, TurnOutcome outcome, String key, TicketSummary ticket) {
        String words = TurnMessages.text(key, Language.of(turn.question()), ticket.number());
        Turn told = turn.saying(outcome, words).with(ticket);
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
                    case EXTRACTIVE -> answered.making().modelFailed() ? "ANSWERED.FALLBACK" : "ANSWERED";
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

    private Turn outOfScope(Asking asking, Language language, Examined examined) {
        return turn(
                asking,
                TurnOutcome.OUT_OF_SCOPE,
                message("OUT_OF_SCOPE", language),
                new Judged(
                        examined.question().text(),
                        null,
                        examined.verdict().probability(),
                        null,
                        0,
                        new Versions(null, examined.calibration().name(), null)));
    }

    private Turn needsDetail(Asking asking, Question question, Outcome.NeedsDetail detail) {
        Calibration calibration = calibrations.current();
        Outcome.AskedBack asked = detail.asked();
        String words = asked == null
                ? TurnMessages.askBack(detail.missing(), question.askedBack() > 0, question.language())
                : asked.text();
        Versions versions = asked == null
                ? new Versions(null, calibration.name(), null)
                : new Versions(
                        asked.call().prompt(), calibration.name(), asked.call().model());
        return turn(
                asking,
                TurnOutcome.NEEDS_DETAIL,
                words,
                new Judged(question.text(), "MISSING_DETAIL", null, null, 0, versions),
                List.copyOf(detail.missing()));
    }

    private Turn said(Asking asking, TurnOutcome outcome, @Nullable String reason, String message) {
        Calibration calibration = calibrations.current();
        return turn(
                asking,
                outcome,
                message,
                new Judged(asking.text(), reason, null, null, 0, new Versions(null, calibration.name(), null)));
    }

    private record Judged(
            String rewritten,
            @Nullable String reason,
            @Nullable Double probability,
            @Nullable Answer answer,
            int safety,
            Versions versions) {}

    private Turn turn(Asking asking, TurnOutcome outcome, String message, Judged judged) {
        return turn(asking, outcome, message, judged, List.of());
    }

    private Turn turn(Asking asking, TurnOutcome outcome, String message, Judged judged, List<Detail> missing) {
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
                null,
                missing,
                asking.regenerates(),
                null,
                null);
    }

    private void append(Asking asking, Turn turn, Language language, Making making) {
        turns.append(asking, turn, language);
        makings.append(turn.id(), making);
        conversations.touch(asking.conversation(), turn.question());
    }

    private long millis(Asking asking) {
        return Math.max(0, Duration.between(asking.at(), clock.instant()).toMillis());
    }

    private static String message(String key, Language language) {
        return TurnMessages.text(key, language);
    }
}
