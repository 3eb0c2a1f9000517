package io.jiangwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CallerId;
import io.jiangwen.account.Role;
import io.jiangwen.account.Statements;
import io.jiangwen.problem.Problem;
import io.jiangwen.testsupport.Soak;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random events, alone and from many threads at once: the database never shows anything the table does not have. */
@QuarkusTest
class TicketStormSoakIT {
    private static final long SEED = 20261122;
    private static final int THREADS = 8;
    private static final List<TicketEvent> TRIED = List.of(
            TicketEvent.CLAIM,
            TicketEvent.CLAIM,
            TicketEvent.DECLINE,
            TicketEvent.ASSIGN,
            TicketEvent.TAKE_OVER,
            TicketEvent.TRANSFER,
            TicketEvent.RELEASE,
            TicketEvent.ASK_BACK,
            TicketEvent.ANSWER,
            TicketEvent.HOLD,
            TicketEvent.RESUME,
            TicketEvent.REPLY,
            TicketEvent.REPLY,
            TicketEvent.UNDO,
            TicketEvent.CONFIRM,
            TicketEvent.REJECT,
            TicketEvent.FOLLOW_UP,
            TicketEvent.EXPIRE);

    private final Workshop workshop;
    private final Statements database;
    private final TicketStore store;
    private final Claims claims;
    private final Assignments assignments;
    private final Pauses pauses;
    private final Replies replies;
    private final AskersWord word;
    private final FollowUps followUps;
    private final SystemMoves system;

    TicketStormSoakIT(
            Workshop workshop,
            Statements database,
            TicketStore store,
            Claims claims,
            Assignments assignments,
            Pauses pauses,
            Replies replies,
            AskersWord word,
            FollowUps followUps,
            SystemMoves system) {
        this.workshop = workshop;
        this.database = database;
        this.store = store;
        this.claims = claims;
        this.assignments = assignments;
        this.pauses = pauses;
        this.replies = replies;
        this.word = word;
        this.followUps = followUps;
        this.system = system;
    }

    /** One at a time: an event succeeds exactly where the design has a row for this person and state. */
    @Test
    void oneAtATimeTheServiceDoesWhatTheDesignSays() {
        SplittableRandom random = new SplittableRandom(SEED);
        Map<TicketEvent, Integer> done = new EnumMap<>(TicketEvent.class);
        UUID id = open();
        for (int i = 0; i < Soak.times(4_000); i++) {
            if (i % 60 == 59) {
                audit(id);
                id = open();
            }
            Ticket before = store.find(id).orElseThrow();
            Try attempt = Try.random(random, before);
            Caller who = who(attempt);
            @Nullable String refusal = refusal(id, attempt, who);
            assertThat(refusal == null)
                    .as("%s by %s in %s: %s", attempt, who.name(), before.standing(), refusal)
                    .isEqualTo(designed(before, attempt, who));
            if (refusal == null) done.merge(attempt.event(), 1, Integer::sum);
        }
        audit(id);
        assertThat(done.keySet()).containsAll(new HashSet<>(TRIED));
    }

    @Test
    void fromManyThreadsEveryTicketKeepsOneStory() throws Exception {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) ids.add(open());
        Set<String> refusals = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                SplittableRandom random = new SplittableRandom(SEED + thread);
                running.add(threads.submit(() -> {
                    for (int i = 0; i < Soak.times(4_000) / THREADS; i++) {
                        UUID id = ids.get(random.nextInt(ids.size()));
                        Try attempt = Try.random(random, store.find(id).orElseThrow());
                        @Nullable String refusal = refusal(id, attempt, who(attempt));
                        if (refusal != null) refusals.add(refusal);
                    }
                }));
            }
            for (Future<?> each : running) each.get();
        }
        ids.forEach(this::audit);
        assertThat(refusals).contains("transition-not-allowed", "stale-epoch");
    }

    /** @param epoch what the writer believes */
    private record Try(TicketEvent event, int person, int epoch) {
        /** Mostly something that the state has, so that walks go far. */
        static Try random(SplittableRandom random, Ticket ticket) {
            List<TicketEvent> fitting = TRIED.stream()
                    .filter(event -> DesignTable.of(event).from().contains(ticket.state()))
                    .toList();
            List<TicketEvent> choice = random.nextInt(4) == 0 ? TRIED : fitting;
            TicketEvent event = choice.get(random.nextInt(choice.size()));
            int epoch = random.nextInt(10) == 0 ? ticket.epoch() - 1 : ticket.epoch();
            return new Try(event, random.nextInt(2), epoch);
        }
    }

    private Caller who(Try attempt) {
        return switch (attempt.event()) {
            case ASSIGN, TAKE_OVER -> dispatcher();
            case ANSWER, CONFIRM, REJECT, FOLLOW_UP -> asker();
            default -> craftsman(attempt.person());
        };
    }

    /** What the design says of an attempt, with the few conditions that an attempt may miss. */
    private boolean designed(Ticket ticket, Try attempt, Caller who) {
        boolean owner = ticket.standing().isOwnedBy(who.id().value());
        return switch (attempt.event()) {
            case CLAIM -> ticket.state() == TicketState.OPEN || (owner && isHeldOrSolved(ticket));
            case DECLINE ->
                isOffered(ticket, who, true) || (ticket.state() == TicketState.OPEN && isOffered(ticket, who, false));
            case ASSIGN ->
                isUnanswered(ticket)
                        && (!ticket.standing()
                                        .isOwnedBy(
                                                craftsman(attempt.person()).id().value())
                                || isRepeat(ticket, attempt, who));
            case TAKE_OVER ->
                isUnanswered(ticket)
                        && (!ticket.standing().isOwnedBy(dispatcher().id().value()) || isRepeat(ticket, attempt, who));
            case EXPIRE -> ticket.state() == TicketState.ASSIGNED;
            case ANSWER -> DesignTable.allows(attempt.event(), ticket.state(), Party.ASKER);
            case CONFIRM, REJECT, FOLLOW_UP ->
                DesignTable.allows(attempt.event(), ticket.state(), Party.ASKER) || isRepeat(ticket, attempt, who);
            case RELEASE ->
                (owner && fits(ticket, attempt) && ticket.state() == TicketState.ASSIGNED)
                        || (attempt.epoch() == ticket.epoch() - 1 && isRepeat(ticket, attempt, who));
            case TRANSFER ->
                (owner && fits(ticket, attempt) && ticket.state() == TicketState.ASSIGNED)
                        || (attempt.epoch() == ticket.epoch() - 1 && isRepeat(ticket, attempt, who));
            case REPLY ->
                owner && fits(ticket, attempt) && (ticket.state() == TicketState.ASSIGNED || ticket.reply() != null);
            default ->
                owner
                        && fits(ticket, attempt)
                        && (DesignTable.allows(attempt.event(), ticket.state(), Party.OWNER)
                                || isRepeat(ticket, attempt, who));
        };
    }

    private static boolean fits(Ticket ticket, Try attempt) {
        return attempt.epoch() == ticket.epoch();
    }

    private static boolean isUnanswered(Ticket ticket) {
        return ticket.state() == TicketState.OPEN || ticket.state().mutesAssistant();
    }

    private static boolean isHeldOrSolved(Ticket ticket) {
        return ticket.state().mutesAssistant() || ticket.state() == TicketState.SOLVED;
    }

    /** Whom a ticket is offered to is up to the matching. */
    private boolean isOffered(Ticket ticket, Caller who, boolean declined) {
        return database.first(
                        "SELECT 1 FROM ticket_offer WHERE ticket_id = ? AND account_id = ? AND (declined_at IS NOT NULL) = ?",
                        row -> true,
                        ticket.id(),
                        who.id().value(),
                        declined)
                .isPresent();
    }

    private boolean isRepeat(Ticket ticket, Try attempt, Caller who) {
        return database.first(
                        "SELECT event, actor FROM ticket_event WHERE ticket_id = ? ORDER BY seq DESC LIMIT 1",
                        row -> row.getString(1).equals(attempt.event().name())
                                && row.getString(2).equals("account:" + who.id().value()),
                        ticket.id())
                .orElseThrow();
    }

    /** Tries it; the code of the refusal, null when it was done. */
    private @Nullable String refusal(UUID id, Try attempt, Caller who) {
        OwnerDesk.Write write = new OwnerDesk.Write(id, who, attempt.epoch(), "先停机。");
        UUID heir = craftsman(attempt.event() == TicketEvent.TRANSFER ? 1 - attempt.person() : attempt.person())
                .id()
                .value();
        Assignments.Handing handing = new Assignments.Handing(heir, "r");
        try {
            switch (attempt.event()) {
                case CLAIM -> claims.claim(id, who);
                case DECLINE -> claims.decline(id, who, "r");
                case ASSIGN -> assignments.assign(id, who, handing);
                case TAKE_OVER -> assignments.takeOver(id, who, "r");
                case TRANSFER -> assignments.transfer(write, handing);
                case RELEASE -> claims.release(write, "r");
                case ASK_BACK -> pauses.askBack(write);
                case ANSWER -> pauses.answer(id, who, "45 钢");
                case HOLD -> pauses.hold(write, new Pauses.Hold(Pauses.Cause.PART, null, "r"));
                case RESUME -> pauses.resume(write);
                case REPLY -> replies.reply(write, new Replies.Wording("先停机。", null, true));
                case UNDO -> replies.undo(write);
                case CONFIRM -> word.confirm(id, who, new Feedback(true, 5, false, null));
                case REJECT -> word.confirm(id, who, new Feedback(false, null, false, null));
                case FOLLOW_UP -> followUps.followUp(id, who, "又来了");
                case EXPIRE -> {
                    database.update(
                            "UPDATE ticket SET lease_until = now() - interval '1 second' WHERE id = ? AND state = 'ASSIGNED'",
                            id);
                    return system.move(id) ? null : "not-due";
                }
                case OPEN, OFFER, REMIND, NO_ANSWER, ASSUME, CANCEL, WARN, BREACH, PRIORITISE, JOIN, AGREE, SPLIT ->
                    throw new AssertionError("not tried here");
            }
            return null;
        } catch (Problem e) {
            return e.code();
        }
    }

    /** The journal alone tells where the ticket stands; each move of it was told to the world once. */
    private void audit(UUID id) {
        record Entry(
                String event,
                @Nullable String from,
                String to,
                int epoch,
                @Nullable UUID owner) {}
        List<Entry> story = database.list(
                "SELECT event, from_state, to_state, epoch, owner_id FROM ticket_event WHERE ticket_id = ? ORDER BY seq",
                row -> new Entry(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getObject(5, UUID.class)),
                id);
        @Nullable Entry before = null;
        for (Entry entry : story) {
            assertThat(entry.from()).isEqualTo(before == null ? null : before.to());
            if (before != null) {
                assertThat(entry.epoch()).isBetween(before.epoch(), before.epoch() + 1);
                if (entry.epoch() == before.epoch()) assertThat(entry.owner()).isEqualTo(before.owner());
            }
            before = entry;
        }
        Ticket ticket = store.find(id).orElseThrow();
        Entry last = story.getLast();
        assertThat(ticket.state().name()).isEqualTo(last.to());
        assertThat(ticket.epoch()).isEqualTo(last.epoch());
        assertThat(ticket.standing().owner()).isEqualTo(last.owner());
        int told = database.first(
                        "SELECT count(*) FROM outbox_event WHERE subject = ? AND type NOT IN ('ticket.offered', 'ticket.pooled', 'ticket.message')",
                        row -> row.getInt(1),
                        id.toString())
                .orElseThrow();
        assertThat(told)
                .as("events told, besides that the ticket was made and to whom it was offered")
                .isEqualTo(story.size() - 1);
    }

    private UUID open() {
        return workshop.open("asker", Workshop.SHAFT_QUESTION, false).id();
    }

    private Caller craftsman(int which) {
        return workshop.craftsman(which == 0 ? "craftsman" : "craftsman2");
    }

    private Caller dispatcher() {
        return caller("dispatcher", Role.DISPATCHER);
    }

    private Caller asker() {
        return caller("asker", Role.ASKER);
    }

    private Caller caller(String login, Role role) {
        return new Caller(new CallerId.AccountId(workshop.account(login)), role, login, null, null, "320000", null);
    }
}
