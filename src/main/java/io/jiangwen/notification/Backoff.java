package io.jiangwen.notification;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waits between tries: doubling up to a longest one, of which a random half is left out, so that deliveries that failed
 * together do not come back together ("equal jitter", AWS Architecture Blog, Exponential Backoff And Jitter, 2015).
 */
record Backoff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 30;

    Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0)
            throw new IllegalArgumentException("waits from " + first + " to " + longest);
    }

    /** @param failures how often it was tried in vain, at least once */
    Duration after(int failures, RandomGenerator random) {
        int doublings = Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1));
        // In doubles: a long wait doubled thirty times is more milliseconds than a long holds.
        double whole = Math.min((double) longest.toMillis(), (double) first.toMillis() * Math.pow(2, doublings));
        return Duration.ofMillis(Math.round(whole * (0.5 + random.nextDouble() / 2)));
    }

    /** What a receiver asks for, within reason. */
    Duration atLeast(Duration wanted, Duration own) {
        Duration asked = wanted.compareTo(longest) > 0 ? longest : wanted;
        return asked.compareTo(own) > 0 ? asked : own;
    }
}
