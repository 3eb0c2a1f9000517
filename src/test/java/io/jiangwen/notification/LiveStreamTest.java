package io.jiangwen.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LiveStreamTest {
    private static final LiveStream.Pace HASTY = new LiveStream.Pace(Clock.systemUTC(), Duration.ofMillis(20));
    private static final LiveStream.Pace CALM = new LiveStream.Pace(Clock.systemUTC(), Duration.ofMinutes(5));
    private static final Set<String> CRAFTSMEN = Set.of("role:CRAFTSMAN");

    private final List<OutboxEvent> outbox = new CopyOnWriteArrayList<>();
    private final Page page = new Page();

    @Test
    void sendsWhatCameAfterTheCursorInOrder() throws InterruptedException {
        for (int i = 1; i <= 250; i++) outbox.add(event(i));
        Thread reading = start(stream(7, Instant.MAX, CALM));
        for (long seq = 8; seq <= 250; seq++) assertThat(page.next()).isEqualTo(seq);
        assertThat(reading.isAlive()).isTrue();
    }

    @Test
    void wakesForWhatComesLater() throws InterruptedException {
        LiveStream stream = stream(0, Instant.MAX, CALM);
        start(stream);
        for (int i = 1; i <= 20; i++) {
            outbox.add(event(i));
            stream.wake();
            assertThat(page.next()).isEqualTo(i);
        }
    }

    @Test
    void waitsForASlowReaderAndLosesNothing() throws InterruptedException {
        page.room = false;
        for (int i = 1; i <= 5; i++) outbox.add(event(i));
        LiveStream stream = stream(0, Instant.MAX, CALM);
        start(stream);
        assertThat(page.signs.poll(5, TimeUnit.SECONDS)).isNotNull();
        assertThat(page.sent).isEmpty();
        page.room = true;
        stream.nudge();
        for (long seq = 1; seq <= 5; seq++) assertThat(page.next()).isEqualTo(seq);
    }

    @Test
    void saysThatItIsThereWhenNothingHappens() throws InterruptedException {
        start(stream(0, Instant.MAX, HASTY));
        for (int i = 0; i < 4; i++)
            assertThat(page.signs.poll(5, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void endsWhenTheReaderHasGone() throws InterruptedException {
        LiveStream stream = stream(0, Instant.MAX, CALM);
        Thread reading = start(stream);
        page.gone = true;
        stream.nudge();
        reading.join();
        assertThat(page.ended).isTrue();
    }

    @Test
    void endsWithTheToken() throws InterruptedException {
        Thread reading = start(stream(0, Instant.now().plusMillis(50), CALM));
        reading.join();
        assertThat(page.ended).isTrue();
    }

    @Test
    void endsWhenTheOutboxCannotBeRead() throws InterruptedException {
        LiveStream.Source broken = (cursor, tags, limit) -> {
            throw new IllegalStateException("the database is away");
        };
        LiveStream stream = new LiveStream(broken, new LiveStream.Reader(CRAFTSMEN, 0, Instant.MAX), page, CALM);
        start(stream).join();
        assertThat(page.ended).isTrue();
    }

    private LiveStream stream(long cursor, Instant until, LiveStream.Pace pace) {
        return new LiveStream(this::after, new LiveStream.Reader(CRAFTSMEN, cursor, until), page, pace);
    }

    private List<OutboxEvent> after(long cursor, Set<String> tags, int limit) {
        return outbox.stream()
                .filter(event -> event.seq() > cursor)
                .limit(limit)
                .toList();
    }

    private static Thread start(LiveStream stream) {
        return Thread.ofVirtual().start(stream);
    }

    private static OutboxEvent event(long seq) {
        return new OutboxEvent(seq, OffsetDateTime.parse("2026-11-22T08:00:00Z"), "ticket.opened", "some", "{}");
    }

    /** A reader whose patience the test decides. */
    private static final class Page implements LiveStream.Outlet {
        private final BlockingQueue<Long> sent = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> signs = new LinkedBlockingQueue<>();
        private volatile boolean room = true;
        private volatile boolean gone;
        private volatile boolean ended;

        private long next() throws InterruptedException {
            Long seq = sent.poll(5, TimeUnit.SECONDS);
            return seq == null ? -1 : seq;
        }

        @Override
        public boolean isGone() {
            return gone;
        }

        @Override
        public boolean hasRoom() {
            return room;
        }

        @Override
        public void send(OutboxEvent event) {
            sent.add(event.seq());
        }

        @Override
        public void signOfLife() {
            signs.add("live");
        }

        @Override
        public void end() {
            ended = true;
        }
    }
}
