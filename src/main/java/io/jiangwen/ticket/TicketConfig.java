package io.jiangwen.ticket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** Settings of tickets. */
@ConfigMapping(prefix = "jiangwen.ticket")
interface TicketConfig {
    /** How long a claimed ticket stays with a craftsman who does nothing. */
    @WithDefault("4h")
    Duration lease();

    /** How long a reply can be withdrawn. */
    @WithDefault("15s")
    Duration undo();

    /** Longest reply or draft, in characters. */
    @WithDefault("20000")
    @Positive
    int longestText();

    /** Replies of this time tell when one is to be expected. */
    @WithDefault("90d")
    Duration estimateFrom();

    /** Fewer replies than this tell nothing. */
    @WithDefault("5")
    @Positive
    int estimateNeeds();
}
