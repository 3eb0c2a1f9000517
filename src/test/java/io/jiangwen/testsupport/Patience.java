package io.jiangwen.testsupport;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what happens beside the caller, as long as it takes and not for ever. */
public final class Patience {
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final Duration LONGEST = Duration.ofMinutes(8);

    private Patience() {}

    /**
     * Looks again and again.
     *
     * @param look empty as long as it has not happened
     * @throws AssertionError naming {@code what} when it did not happen in time
     */
    public static <T> T await(String what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) return seen.get();
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        throw new AssertionError("within " + LONGEST.toSeconds() + " s there was not: " + what);
    }
}
