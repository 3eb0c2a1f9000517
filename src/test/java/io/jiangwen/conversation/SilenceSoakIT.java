package io.jiangwen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CallerId;
import io.jiangwen.account.Role;
import io.jiangwen.answer.Outcome;
import io.jiangwen.question.Dossier;
import io.jiangwen.question.Question;
import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.Soak;
import io.jiangwen.text.Language;
import io.jiangwen.ticket.TicketOpening;
import io.jiangwen.ticket.Tickets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Nobody speaks over a craftsman: answers and claims race in one thread, and the outbox, whose numbers are the order of
 * commits, tells who was first.
 */
@QuarkusTest
class SilenceSoakIT {
    private static final long SEED = 20261122;
    private static final int WORKERS = 4;
    private static final int TURNS = 3;
    private static final Dossier DOSSIER = new Dossier("细长轴", List.of(), null, null, "TOO_THIN", null);

    private final ThreadLog log;
    private final Conversations conversations;
    private final Tickets tickets;
    private final Callers callers;
    private final DataSource dataSource;

    SilenceSoakIT(ThreadLog log, Conversations conversations, Tickets tickets, Callers callers, DataSource dataSource) {
        this.log = log;
        this.conversations = conversations;
        this.tickets = tickets;
        this.callers = callers;
        this.dataSource = dataSource;
    }

    /** What was seen in all interleavings; without some of each the race did not take place. */
    private record Seen(int spoken, int forwarded, int over) {
        Seen plus(Seen other) {
            return new Seen(spoken + other.spoken, forwarded + other.forwarded, over + other.over);
        }
    }

    @Test
    void theAssistantNeverSpeaksWhileAPersonOwnsTheThread() throws Exception {
        int each = Soak.times(10_000) / WORKERS;
        Seen seen = new Seen(0, 0, 0);
        Caller asker = asker();
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
                ExecutorService racers = Executors.newCachedThreadPool()) {
            List<Future<Seen>> running = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                SplittableRandom random = new SplittableRandom(SEED + worker);
                running.add(workers.submit(() -> {
                    Seen own = new Seen(0, 0, 0);
                    for (int i = 0; i < each; i++) own = own.plus(interleave(asker, random, racers));
                    return own;
                }));
            }
            for (Future<Seen> worker : running) seen = seen.plus(worker.get());
        }
        assertThat(seen.over())
                .as("messages of the assistant while a person owned the thread")
                .isZero();
        assertThat(seen.spoken()).as("messages while nobody did").isGreaterThan(each);
        assertThat(seen.forwarded()).as("turns handed to a person").isGreaterThan(each);
    }

    private Seen interleave(Caller asker, SplittableRandom random, ExecutorService racers) throws Exception {
        UUID thread = conversations.create(asker);
        long start = newest();
        String ticket = QuarkusTransaction.requiringNew()
                .call(() -> tickets.open(new TicketOpening(
                        asker.id(), null, null, "320000", thread, null, "细长轴", Language.ZH, false, DOSSIER)))
                .id()
                .toString();
        SplittableRandom hers = random.split();
        SplittableRandom his = random.split();
        Future<?> asking = racers.submit(() -> {
            for (int i = 0; i < TURNS; i++) {
                rest(hers, 4_000);
                log.record(
                        new Asking(asker, thread, UUID.randomUUID(), "你好", null, Instant.EPOCH),
                        Question.of("你好"),
                        new Outcome.SmallTalk(),
                        null);
            }
        });
        Future<?> working = racers.submit(() -> work(ticket, his));
        asking.get(60, TimeUnit.SECONDS);
        working.get(60, TimeUnit.SECONDS);
        return judge(thread, ticket, start);
    }

    /** A craftsman claims or a dispatcher takes over; half of them hand the thread back after a while. */
    private void work(String ticket, SplittableRandom random) {
        rest(random, 8_000);
        boolean dispatcher = random.nextInt(3) == 0;
        Api person = callers.as(dispatcher ? "dispatcher" : "craftsman");
        person.post("/tickets/" + ticket + (dispatcher ? "/take-over" : "/claim"), Map.of("reason", "r"))
                .statusCode(200);
        if (random.nextBoolean()) return;
        rest(random, 8_000);
        person.post("/tickets/" + ticket + "/release", Map.of("epoch", 1)).statusCode(200);
    }

    private static void rest(SplittableRandom random, int mostMicros) {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(mostMicros) + 1));
    }

    private Seen judge(UUID thread, String ticket, long start) throws SQLException {
        int spoken = 0;
        int forwarded = 0;
        int over = 0;
        boolean owned = false;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement events = connection.prepareStatement("""
                        SELECT type, data ->> 'outcome' FROM outbox_event
                        WHERE seq > ? AND (subject = ? OR data ->> 'conversation' = ?)
                        ORDER BY seq
                        """)) {
            events.setLong(1, start);
            events.setString(2, ticket);
            events.setString(3, thread.toString());
            try (ResultSet row = events.executeQuery()) {
                while (row.next()) {
                    switch (row.getString(1)) {
                        case "ticket.claimed", "ticket.assigned" -> owned = true;
                        case "ticket.released" -> owned = false;
                        case "turn.answered" -> {
                            boolean handed = row.getString(2).equals("FORWARDED");
                            assertThat(handed && !owned)
                                    .as("forwarded to nobody")
                                    .isFalse();
                            if (handed) forwarded++;
                            else if (owned) over++;
                            else spoken++;
                        }
                        default -> {}
                    }
                }
            }
        }
        assertThat(spoken + forwarded + over).isEqualTo(TURNS);
        return new Seen(spoken, forwarded, over);
    }

    private long newest() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement newest =
                        connection.prepareStatement("SELECT coalesce(max(seq), 0) FROM outbox_event");
                ResultSet row = newest.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private Caller asker() {
        UUID id = UUID.fromString(callers.as("asker").read("/auth/me").getString("id"));
        return new Caller(new CallerId.AccountId(id), Role.ASKER, "王师傅", null, null, "320000", null);
    }
}
