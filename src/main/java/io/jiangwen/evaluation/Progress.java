package io.jiangwen.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;

/** Tells a person at most every few seconds how far a long step is. */
final class Progress {
    /** Tells nobody. */
    static final Progress NONE = new Progress(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));

    private static final long PAUSE = Duration.ofSeconds(5).toNanos();

    private final PrintStream out;
    private final long start = System.nanoTime();
    private long told = start;

    Progress(PrintStream out) {
        this.out = out;
    }

    synchronized void of(String step, int done, int all) {
        long now = System.nanoTime();
        if (done < all && now - told < PAUSE) return;
        told = now;
        out.printf(
                "%s: %d of %d (%d s)%n",
                step, done, all, Duration.ofNanos(now - start).toSeconds());
    }

    void say(String words) {
        out.println(words);
    }
}
