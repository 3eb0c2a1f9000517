package io.jiangwen.notification;

import io.quarkus.logging.Log;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What one reader is sent: every event after his cursor once and in order, and a sign of life when there is none.
 * Runs on a thread of its own, which mostly sleeps.
 */
class LiveStream implements Runnable {
    private static final int AT_ONCE = 100;

    private final Source outbox;
    private final Reader reader;
    private final Outlet outlet;
    private final Pace pace;
    private final Semaphore signals = new Semaphore(0);
    private final Deque<OutboxEvent> ready = new ArrayDeque<>();
    private long cursor;
    // The first look at the outbox is owed: events may have come since the cursor was set.
    private volatile boolean news = true;
    private volatile boolean closed;

    LiveStream(Source outbox, Reader reader, Outlet outlet, Pace pace) {
        this.outbox = outbox;
        this.reader = reader;
        this.outlet = outlet;
        this.pace = pace;
        cursor = reader.cursor();
    }

    /**
     * Who reads, and from where.
     *
     * @param until when his token ends, and the stream with it
     */
    record Reader(Set<String> tags, long cursor, Instant until) {
        Reader {
            tags = Set.copyOf(tags);
        }
    }

    /** Where events come from. */
    @FunctionalInterface
    interface Source {
        /** As {@link OutboxReader#after}. */
        List<OutboxEvent> after(long cursor, Set<String> tags, int limit);
    }

    /** Time as a stream knows it. */
    record Pace(Clock clock, Duration heartbeat) {}

    /** Where a stream ends. */
    interface Outlet {
        /** Whether the reader has gone. */
        boolean isGone();

        /** Whether the reader has taken what was sent, and wants more. */
        boolean hasRoom();

        void send(OutboxEvent event);

        void signOfLife();

        void end();
    }

    boolean concerns(Set<String> audience) {
        return !Collections.disjoint(reader.tags(), audience);
    }

    /** There may be something to read. */
    void wake() {
        news = true;
        signals.release();
    }

    /** The reader has room, or has gone. */
    void nudge() {
        signals.release();
    }

    void close() {
        closed = true;
        signals.release();
    }

    @Override
    public void run() {
        try {
            outlet.signOfLife();
            while (isOpen()) pump();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            // The reader comes back with the number of his last event; the listener reports an unreachable database.
            Log.debugf(e, "A live stream ends early");
        } finally {
            outlet.end();
        }
    }

    private boolean isOpen() {
        return !closed && !outlet.isGone() && pace.clock().instant().isBefore(reader.until());
    }

    private void pump() throws InterruptedException {
        if (ready.isEmpty() && news) {
            news = false;
            ready.addAll(outbox.after(cursor, reader.tags(), AT_ONCE));
            if (ready.size() == AT_ONCE) news = true;
        }
        if (!ready.isEmpty() && outlet.hasRoom()) {
            OutboxEvent event = ready.remove();
            cursor = event.seq();
            outlet.send(event);
            return;
        }
        if (!rest() && ready.isEmpty() && outlet.hasRoom()) outlet.signOfLife();
    }

    /** Sleeps until something happens; false when nothing did. */
    private boolean rest() throws InterruptedException {
        if (ready.isEmpty() && news) return true;
        Duration left = Duration.between(pace.clock().instant(), reader.until());
        Duration longest = left.compareTo(pace.heartbeat()) < 0 ? left : pace.heartbeat();
        boolean signalled = signals.tryAcquire(Math.max(1, longest.toMillis()), TimeUnit.MILLISECONDS);
        signals.drainPermits();
        return signalled;
    }
}
