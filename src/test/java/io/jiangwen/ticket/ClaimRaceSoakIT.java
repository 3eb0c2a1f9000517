package io.jiangwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CallerId;
import io.jiangwen.account.Role;
import io.jiangwen.account.Statements;
import io.jiangwen.problem.Problem;
import io.jiangwen.testsupport.Soak;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClaimRaceSoakIT {
    private static final int THREADS = 32;
    private static final int TRIALS = Soak.times(1_000);

    private final Claims claims;
    private final Tickets tickets;
    private final Replies replies;
    private final Statements database;
    private final Workshop workshop;

    ClaimRaceSoakIT(Claims claims, Tickets tickets, Replies replies, Statements database, Workshop workshop) {
        this.claims = claims;
        this.tickets = tickets;
        this.replies = replies;
        this.database = database;
        this.workshop = workshop;
    }

    @Test
    void ofManyCraftsmenExactlyOneGetsTheTicketAndEverybodyElseLearnsWho() throws Exception {
        List<Caller> crowd = crowd();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int trial = 0; trial < TRIALS; trial++) {
                UUID id = workshop.open("asker", Workshop.SHAFT_QUESTION, false).id();
                CountDownLatch gate = new CountDownLatch(1);
                List<Future<String>> attempts = new ArrayList<>();
                for (Caller caller : crowd) {
                    attempts.add(threads.submit((Callable<String>) () -> {
                        gate.await();
                        try {
                            claims.claim(id, caller);
                            return "won by " + caller.name();
                        } catch (AlreadyClaimed e) {
                            return "won by " + e.extras().get("winner");
                        }
                    }));
                }
                gate.countDown();
                List<String> answers = new ArrayList<>();
                for (Future<String> attempt : attempts) answers.add(attempt.get(60, TimeUnit.SECONDS));
                assertThat(answers.stream().distinct())
                        .as("all name the same winner")
                        .hasSize(1);
                assertThat(rows("SELECT count(*) FROM ticket_event WHERE ticket_id = ? AND event = 'CLAIM'", id))
                        .isEqualTo(1);
                noLoserCanReply(id, crowd);
                assertThat(rows("SELECT epoch FROM ticket WHERE id = ?", id)).isEqualTo(1);
                assertThat(rows(
                                "SELECT count(*) FROM outbox_event WHERE subject = CAST(? AS text) AND type = 'ticket.claimed'",
                                id))
                        .isEqualTo(1);
            }
        } finally {
            database.update("UPDATE account SET disabled = true WHERE login LIKE 'racer-%'");
        }
    }

    /** Whoever did not win is refused, whatever epoch he claims to hold; a winner under an earlier epoch too. */
    private void noLoserCanReply(UUID id, List<Caller> crowd) {
        UUID owner = database.first("SELECT owner_id FROM ticket WHERE id = ?", row -> row.getObject(1, UUID.class), id)
                .orElseThrow();
        Replies.Wording wording = new Replies.Wording("x", null, false);
        for (Caller caller : crowd.subList(0, 4)) {
            int epoch = caller.id().value().equals(owner) ? 0 : 1;
            assertThatThrownBy(() -> replies.reply(new OwnerDesk.Write(id, caller, epoch, "x"), wording))
                    .isInstanceOf(Problem.class);
        }
        assertThat(rows("SELECT count(*) FROM ticket_message WHERE ticket_id = ?", id))
                .isZero();
    }

    @Test
    void aClaimWaitsWhileAnAnswerIsWrittenIntoTheThread() throws Exception {
        UUID asker = workshop.account("asker");
        UUID thread = workshop.thread(asker);
        UUID id = workshop.openIn(thread, asker, Workshop.SHAFT_QUESTION, false).id();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Ticket> claim = QuarkusTransaction.requiringNew().call(() -> {
                assertThat(tickets.muting(thread)).isEmpty();
                Future<Ticket> attempt = other.submit(() -> claims.claim(id, workshop.craftsman("craftsman")));
                try {
                    attempt.get(300, TimeUnit.MILLISECONDS);
                    throw new AssertionError("the claim slipped in");
                } catch (TimeoutException stillWaiting) {
                    return attempt;
                }
            });
            assertThat(claim.get(10, TimeUnit.SECONDS).state()).isEqualTo(TicketState.ASSIGNED);
        }
        assertThat(QuarkusTransaction.requiringNew().call(() -> tickets.muting(thread)))
                .hasValueSatisfying(muting -> assertThat(muting.id()).isEqualTo(id));
    }

    private List<Caller> crowd() {
        List<Caller> crowd = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            UUID id = UUID.randomUUID();
            String name = "racer-" + i + "-" + id;
            database.update("""
                    INSERT INTO account (id, login, display_name, role, created_at) VALUES (?, ?, ?, 'CRAFTSMAN', ?)
                    """, id, name, name, OffsetDateTime.now(ZoneOffset.UTC));
            crowd.add(new Caller(new CallerId.AccountId(id), Role.CRAFTSMAN, name, null, null, null, null));
        }
        return crowd;
    }

    private int rows(String sql, UUID id) {
        return database.first(sql, row -> row.getInt(1), id).orElseThrow();
    }
}
