package io.jiangwen.model;

import java.util.HashSet;
import java.util.Set;

/**
 * The word that a reply is no longer wanted, for all calls that are made for one question. It interrupts whoever waits
 * for such a call, and nobody afterwards. Thread-safe.
 */
public final class CallOff {
    private final Set<Thread> waiting = new HashSet<>();
    private boolean calledOff;

    /** Ends the calls that are running and those to come; again changes nothing. */
    public synchronized void callOff() {
        calledOff = true;
        for (Thread thread : waiting) thread.interrupt();
    }

    public synchronized boolean isCalledOff() {
        return calledOff;
    }

    /** From now on this thread waits for a call; it must {@linkplain #leave leave}. */
    synchronized void enter() {
        waiting.add(Thread.currentThread());
        if (calledOff) Thread.currentThread().interrupt();
    }

    /** This thread waits no more, and keeps no interrupt of ours. */
    synchronized void leave() {
        waiting.remove(Thread.currentThread());
        if (calledOff) Thread.interrupted();
    }
}
