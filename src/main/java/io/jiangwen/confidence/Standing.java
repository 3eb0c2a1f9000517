package io.jiangwen.confidence;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of a configuration, and how it came about.
 *
 * @param needed about how many more audits certification takes; empty where errors come too often for it
 * @param waiting audits that were drawn and have no outcome yet
 * @param window age beyond which an answer does not count any more
 * @param since when the configuration answered its first question; null before
 */
public record Standing(
        Configuration configuration,
        Certificate certificate,
        OptionalInt needed,
        int waiting,
        Duration window,
        @Nullable Instant since) {}
