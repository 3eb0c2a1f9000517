package io.jiangwen.knowledge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What is shipped, and how articles become passages. */
@ConfigMapping(prefix = "jiangwen.knowledge")
public interface KnowledgeConfig {
    /** A folder like {@code knowledge-base/} to load instead of the one packed in. */
    Optional<Path> dir();

    /** Whether the shipped articles are loaded when the service starts. */
    @WithDefault("true")
    boolean loadAtStart();

    /** How long the passages must have been at rest before the statistics of their lexemes are counted again. */
    @WithDefault("3s")
    Duration quiet();

    PassageConfig passage();

    /** Sizes in Chinese characters; English takes two and a half for each. */
    interface PassageConfig {
        /** Up to which small neighbouring blocks are joined: about what one embedding describes well. */
        @WithDefault("350")
        @Positive
        int target();

        /** What no passage exceeds. */
        @WithDefault("700")
        @Positive
        int longest();
    }
}
