package io.jiangwen.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Lets an endpoint rest that failed so many times in a row; after the rest one call tries whether it is back, and the
 * others are turned away until that one has ended. Thread-safe.
 */
final class CircuitBreaker {
    private final int failures;
    private final Duration rest;
    private final Clock clock;
    private int inRow;
    private Instant closedUntil = Instant.MIN;
    private boolean trying;

    CircuitBreaker(int failures, Duration rest, Clock clock) {
        this.failures = failures;
        this.rest = rest;
        this.clock = clock;
    }

    /** Whether a call may go out; its end must be told. */
    synchronized boolean admits() {
        if (inRow < failures) return true;
        if (trying || clock.instant().isBefore(closedUntil)) return false;
        trying = true;
        return true;
    }

    /** The endpoint answered, if only to refuse this one question. */
    synchronized void succeeded() {
        inRow = 0;
        trying = false;
    }

    synchronized void failed() {
        inRow++;
        trying = false;
        if (inRow >= failures) closedUntil = clock.instant().plus(rest);
    }

    /** The call never reached the endpoint. */
    synchronized void withdrew() {
        trying = false;
    }
}
