package io.jiangwen.model;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** So many may call at a time, and so many may wait for a place; whoever comes after them is turned away at once. */
final class Places {
    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int queue;

    Places(int places, int queue) {
        this.free = new Semaphore(places, true);
        this.queue = queue;
    }

    /** Whether there is a place within {@code patience}; it must be {@linkplain #leave left}. */
    boolean enter(Duration patience) throws InterruptedException {
        if (free.tryAcquire()) return true;
        if (waiting.incrementAndGet() > queue) {
            waiting.decrementAndGet();
            return false;
        }
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            waiting.decrementAndGet();
        }
    }

    void leave() {
        free.release();
    }
}
