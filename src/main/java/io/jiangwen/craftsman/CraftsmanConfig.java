package io.jiangwen.craftsman;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Optional;

/** Settings of who is asked. */
@ConfigMapping(prefix = "jiangwen.craftsman")
interface CraftsmanConfig {
    /** Craftsmen a ticket is offered to at once. */
    @WithDefault("5")
    @Positive
    int offers();

    /** Offers of this time count when they are shared out. */
    @WithDefault("7d")
    Duration window();

    /** Part of the window's offers that one craftsman gets at most, as long as somebody else fits. */
    @WithDefault("0.10")
    @DecimalMin("0.01")
    @DecimalMax("1")
    double largestShare();

    /** Fewer offers than this are not shared out: the first ones would always be too large a part. */
    @WithDefault("50")
    @Positive
    int sharedFrom();

    /** Part of a ticket's offers that is kept for craftsmen without a confirmed fix, where some fit. */
    @WithDefault("0.2")
    @DecimalMin("0")
    @DecimalMax("1")
    double newcomers();

    /** What a match must reach for an offer; the calibrated one of {@code trade/matching.properties} where it is empty. */
    Optional<Double> bar();
}
