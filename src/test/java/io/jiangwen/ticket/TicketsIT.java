package io.jiangwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CallerId;
import io.jiangwen.account.Role;
import io.jiangwen.account.Statements;
import io.jiangwen.craftsman.CraftsmanDirectory;
import io.jiangwen.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.transaction.TransactionalException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TicketsIT {
    private final Tickets tickets;
    private final Claims claims;
    private final Replies replies;
    private final AskersWord word;
    private final Statements database;
    private final CraftsmanDirectory craftsmen;
    private final ConfirmedFixes fixes;
    private final Workshop workshop;

    TicketsIT(
            Tickets tickets,
            Claims claims,
            Replies replies,
            AskersWord word,
            Statements database,
            CraftsmanDirectory craftsmen,
            ConfirmedFixes fixes,
            Workshop workshop) {
        this.tickets = tickets;
        this.claims = claims;
        this.replies = replies;
        this.word = word;
        this.database = database;
        this.craftsmen = craftsmen;
        this.fixes = fixes;
        this.workshop = workshop;
    }

    @Test
    void aTicketIsOfferedToEveryCraftsmanWhenNobodyFits() {
        UUID id = workshop.open("asker", "食堂的米饭怎么煮才好吃？", false).id();
        assertThat(offers(id)).hasSizeGreaterThanOrEqualTo(2).allSatisfy((account, reason) -> assertThat(reason)
                .contains("所有工匠"));
    }

    @Test
    void aConfidentialTicketThatNobodyFitsWaitsInThePool() {
        UUID id = workshop.open("asker", "食堂的米饭怎么煮才好吃？", true).id();
        assertThat(offers(id)).isEmpty();
        assertThat(database.list(
                        "SELECT 1 FROM outbox_event WHERE subject = ? AND type = 'ticket.pooled'",
                        row -> 1,
                        id.toString()))
                .hasSize(1);
    }

    @Test
    void whoeverKnowsTheTradeIsOfferedTheTicketWithAReason() {
        database.update("DELETE FROM craftsman_solved WHERE account_id = ?", workshop.account("craftsman2"));
        UUID id = workshop.open("asker", Workshop.SHAFT_QUESTION, false).id();
        assertThat(offers(id))
                .containsKey(workshop.account("craftsman"))
                .doesNotContainKey(workshop.account("craftsman2"));
        assertThat(offers(id).get(workshop.account("craftsman"))).contains("车削与铣削", "同地区");
        assertThat(craftsmen.tradeNamedIn("Cracks after welding of cast iron")).hasValue("welding");
        assertThat(craftsmen.tradeNamedIn("食堂的米饭怎么煮才好吃？")).isEmpty();
    }

    private Map<UUID, String> offers(UUID ticket) {
        return database
                .list(
                        "SELECT account_id, reason FROM ticket_offer WHERE ticket_id = ?",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)),
                        ticket)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void aTicketIsOpenedInsideTheTransactionOfItsTurnOnly() {
        assertThatThrownBy(() -> tickets.muting(UUID.randomUUID())).isInstanceOf(TransactionalException.class);
    }

    @Test
    void whatTheAskerAddsReachesTheTicketAndNobodyElseCanAddToIt() {
        UUID asker = workshop.account("asker");
        UUID id = workshop.open("asker", Workshop.SHAFT_QUESTION, false).id();
        QuarkusTransaction.requiringNew().run(() -> tickets.forward(id, new CallerId.AccountId(asker), "材料是 45 钢。"));
        assertThat(database.list(
                        "SELECT text FROM ticket_message WHERE ticket_id = ? AND sender = 'ASKER'",
                        row -> row.getString(1),
                        id))
                .containsExactly("材料是 45 钢。");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> tickets.forward(id, new CallerId.AccountId(workshop.account("asker2")), "x")))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void aConfirmedFixIsToldToCurationOnceWithWhomToHide() {
        UUID id = workshop.open("asker", Workshop.SHAFT_QUESTION, false).id();
        Caller asker = asker("asker");
        answer(id, true);
        word.confirm(id, asker, new Feedback(true, 5, true, null));
        word.confirm(id, asker, new Feedback(true, 5, true, null));
        assertThat(fixes.of(id)).singleElement().satisfies(fix -> {
            assertThat(fix.consent()).isTrue();
            assertThat(fix.people()).containsExactly("王师傅");
            assertThat(fix.craftsmanName()).isEqualTo("示例工匠·陈");
            assertThat(fix.replyText()).isEqualTo("用跟刀架。");
            assertThat(fix.enterpriseName()).isEqualTo("示例精密机械厂");
        });
    }

    @Test
    void consentNeedsBoth() {
        UUID id = workshop.open("asker", Workshop.SHAFT_QUESTION, false).id();
        answer(id, false);
        word.confirm(id, asker("asker"), new Feedback(true, null, true, null));
        assertThat(fixes.of(id)).singleElement().matches(fix -> !fix.consent());
    }

    @Test
    void aVisitorConfirmsWhatHeAsked() {
        UUID visitor = UUID.randomUUID();
        database.update(
                "INSERT INTO visitor (id, site, contact, consent_at, created_at) VALUES (?, 'demo', '13800000000', now(), now())",
                visitor);
        UUID thread = workshop.thread(workshop.account("asker"));
        UUID id = workshop.openFor(new CallerId.VisitorId(visitor), thread).id();
        answer(id, true);
        Caller stranger = visitor(UUID.randomUUID());
        assertThatThrownBy(() -> word.confirm(id, stranger, new Feedback(true, null, true, null)))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(word.confirm(id, visitor(visitor), new Feedback(true, null, true, null))
                        .state())
                .isEqualTo(TicketState.CLOSED);
        assertThat(fixes.of(id)).singleElement().satisfies(fix -> assertThat(fix.people())
                .containsExactly("13800000000"));
    }

    @Test
    void aRejectedReplyOfAnOwnerWhoIsAwayOpensTheTicketAgain() {
        UUID id = workshop.open("asker", Workshop.SHAFT_QUESTION, false).id();
        answer(id, true);
        UUID owner = workshop.account("craftsman");
        database.update("UPDATE account SET disabled = true WHERE id = ?", owner);
        try {
            Ticket open = word.confirm(id, asker("asker"), new Feedback(false, null, false, null));
            assertThat(open.state()).isEqualTo(TicketState.OPEN);
            assertThat(open.epoch()).isEqualTo(2);
        } finally {
            database.update("UPDATE account SET disabled = false WHERE id = ?", owner);
        }
    }

    private void answer(UUID id, boolean consent) {
        Caller craftsman = workshop.craftsman("craftsman");
        claims.claim(id, craftsman);
        replies.reply(new OwnerDesk.Write(id, craftsman, 1, "用跟刀架。"), new Replies.Wording("用跟刀架。", null, consent));
    }

    private Caller asker(String login) {
        return new Caller(new CallerId.AccountId(workshop.account(login)), Role.ASKER, login, null, null, null, null);
    }

    private static Caller visitor(UUID id) {
        return new Caller(new CallerId.VisitorId(id), Role.VISITOR, "访客", null, null, null, "demo");
    }
}
