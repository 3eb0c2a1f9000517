package io.jiangwen.ticket;

import java.time.Duration;

/**
 * The working time that a clock is given.
 *
 * @param warnBefore how much of it is left when people are warned; zero for no warning
 */
record Allowance(Duration within, Duration warnBefore) {
    Allowance {
        if (within.isNegative() || within.isZero() || warnBefore.isNegative() || warnBefore.compareTo(within) >= 0)
            throw new IllegalArgumentException(within + ", warned of " + warnBefore + " before");
    }

    static Allowance seconds(long within, long warnBefore) {
        return new Allowance(Duration.ofSeconds(within), Duration.ofSeconds(warnBefore));
    }
}
