package io.jiangwen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jiangwen.confidence.JudgedSignals.Origin;
import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.DrawnAnswers;
import io.jiangwen.testsupport.DrawnAnswers.Drawn;
import io.jiangwen.testsupport.Facts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What askers and auditors say of answers is there for the next fit of the confidence. */
@QuarkusTest
class TurnVerdictsIT {
    private final Callers callers;
    private final DrawnAnswers answers;
    private final EntityManager database;
    private Api asker;
    private Api curator;

    TurnVerdictsIT(Callers callers, DrawnAnswers answers, EntityManager database) {
        this.callers = callers;
        this.answers = answers;
        this.database = database;
    }

    @BeforeEach
    void everybodyIsThere() {
        callers.awaitKnowledge();
        asker = callers.as("asker");
        curator = callers.as("curator");
        answers.settleAll();
    }

    @AfterEach
    void nothingWasSaid() {
        answers.settleAll();
        update("DELETE FROM judged_signals");
    }

    @Test
    void anAskersLastOpinionIsAVerdictWithTheSignalsOfItsAnswer() {
        String thread = asker.thread();
        String turn = asker.ask(thread, Facts.SLENDER_SHAFT_QUESTION).getString("id");
        assertThat(said(turn)).isEmpty();
        rate(thread, turn, Map.of("helpful", true));
        rate(thread, turn, Map.of("helpful", false, "reason", "转速太高"));
        rate(thread, turn, Map.of("helpful", false));
        List<Said> said = said(turn);
        assertThat(said).extracting(Said::origin, Said::right).containsExactly(tuple(Origin.ASKER, false));
        assertThat(said.getFirst().signals())
                .as("the asker's words are not kept here")
                .doesNotContain("转速")
                .contains("\"margin\"", "\"coverage\"");
    }

    @Test
    void anAuditorsWordStandsBesideTheAskers() {
        Drawn drawn = answers.ask(asker, Facts.SLENDER_SHAFT_QUESTION);
        rate(drawn.thread(), drawn.turn(), Map.of("helpful", true));
        audit(drawn, curator, "WRONG");
        audit(drawn, curator, "WRONG");
        assertThat(said(drawn.turn()))
                .extracting(Said::origin, Said::right)
                .containsExactlyInAnyOrder(tuple(Origin.ASKER, true), tuple(Origin.AUDIT, false));
    }

    @Test
    void thatNobodyCanTellTeachesNothing() {
        Drawn drawn = answers.ask(asker, Facts.SLENDER_SHAFT_QUESTION);
        audit(drawn, curator, "CANNOT_TELL");
        assertThat(said(drawn.turn())).isEmpty();
        audit(drawn, callers.as("curator2"), "CANNOT_TELL");
        assertThat(said(drawn.turn())).isEmpty();
    }

    @Test
    void anAnswerFromBeforeSignalsWereKeptIsRatedAllTheSame() {
        String thread = asker.thread();
        String turn = asker.ask(thread, Facts.SLENDER_SHAFT_QUESTION).getString("id");
        update("DELETE FROM turn_signals WHERE turn_id = '" + turn + "'");
        rate(thread, turn, Map.of("helpful", true));
        assertThat(said(turn)).isEmpty();
    }

    @Test
    void onlyAnswersKeepSignals() {
        String talk = asker.ask("你好").getString("id");
        String thin = asker.ask(Facts.SLENDER_SHAFT_QUESTION + "，转人工").getString("id");
        assertThat(rows("SELECT turn_id FROM turn_signals WHERE turn_id IN ('" + talk + "', '" + thin + "')"))
                .isEmpty();
    }

    @Test
    void aFitWithTheSameCoefficientsGoesOnWithTheCountOfAuditsAndAnotherOneDoesNot() {
        audit(answers.ask(asker, Facts.SLENDER_SHAFT_QUESTION), curator, "RIGHT");
        int audited = curator.read("/certificate").getInt("audited");
        assertThat(audited).isPositive();
        try {
            refit("again", "coefficients");
            assertThat(curator.read("/certificate").getInt("audited")).isEqualTo(audited);
            refit("another", "jsonb_set(coefficients, '{intercept}', '-7.3')");
            assertThat(curator.read("/certificate").getInt("audited")).isZero();
        } finally {
            update("DELETE FROM calibration WHERE name IN ('again', 'another')");
        }
    }

    /** @param coefficients SQL */
    private void refit(String name, String coefficients) {
        update("""
                INSERT INTO calibration (name, coefficients, alpha, fitted_on, basis, state)
                SELECT '%s', %s, alpha, 'the same again', basis, jsonb_set(state, '{passages}', '1')
                FROM calibration WHERE version = (SELECT max(version) FROM calibration)
                """.formatted(name, coefficients));
    }

    private record Said(Origin origin, boolean right, String signals) {}

    private List<Said> said(String turn) {
        return rows("SELECT origin, correct, CAST(signals AS text) FROM judged_signals WHERE subject = '"
                        + UUID.fromString(turn) + "' ORDER BY origin")
                .stream()
                .map(row -> new Said(
                        Origin.valueOf(row.get(0, String.class)), row.get(1, Boolean.class), row.get(2, String.class)))
                .toList();
    }

    private void rate(String thread, String turn, Map<String, Object> opinion) {
        asker.put("/conversations/" + thread + "/turns/" + turn + "/feedback", opinion)
                .statusCode(200);
    }

    private static void audit(Drawn drawn, Api auditor, String verdict) {
        auditor.post("/audits/" + drawn.audit() + "/verdict", Map.of("verdict", verdict))
                .statusCode(200);
    }

    private List<Tuple> rows(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> rows = database.createNativeQuery(sql, Tuple.class).getResultList();
            return rows.stream().map(Tuple.class::cast).toList();
        });
    }

    private void update(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }
}
