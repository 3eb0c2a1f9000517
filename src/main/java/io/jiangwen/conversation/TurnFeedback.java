package io.jiangwen.conversation;

import io.jiangwen.confidence.JudgedSignals;
import io.jiangwen.confidence.VerdictStore;
import io.jiangwen.problem.Problem;
import io.jiangwen.text.Normalizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What askers think of answers: one opinion for each, the last one counts, and teaches the next fit of the confidence. */
@ApplicationScoped
class TurnFeedback {
    private static final int LONGEST_REASON = 500;

    private final EntityManager database;
    private final TurnStore turns;
    private final VerdictStore verdicts;
    private final Clock clock;

    TurnFeedback(EntityManager database, TurnStore turns, VerdictStore verdicts, Clock clock) {
        this.database = database;
        this.turns = turns;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /**
     * The turn with the opinion.
     *
     * @param reason blank or null for none
     * @throws Problem.NotFound when the thread has no such turn
     * @throws Problem.Conflict for a turn without an answer
     * @throws Problem.Invalid for a reason that is too long
     */
    @Transactional
    Turn give(UUID conversation, UUID turn, boolean helpful, @Nullable String reason) {
        String words = reason == null ? "" : Normalizer.clean(reason);
        if (words.length() > LONGEST_REASON) {
            throw new Problem.Invalid("reason-too-long", "A reason has at most " + LONGEST_REASON + " characters.");
        }
        if (turns.find(conversation, turn).outcome() != TurnOutcome.ANSWERED) {
            throw new Problem.Conflict("turn-without-answer", "Only an answer can be rated.");
        }
        database.createNativeQuery("""
                INSERT INTO turn_feedback (turn_id, helpful, reason, given_at)
                VALUES (:turn, :helpful, CAST(:reason AS text), :now)
                ON CONFLICT (turn_id) DO UPDATE
                SET helpful = excluded.helpful, reason = excluded.reason, given_at = excluded.given_at
                """)
                .setParameter("turn", turn)
                .setParameter("helpful", helpful)
                .setParameter("reason", words.isBlank() ? null : words)
                .setParameter("now", clock.instant())
                .executeUpdate();
        verdicts.said(turn, helpful, JudgedSignals.Origin.ASKER);
        return turns.find(conversation, turn);
    }
}
