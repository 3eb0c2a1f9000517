package io.jiangwen.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** What a list of problems may bring. */
@ConfigMapping(prefix = "jiangwen.intake")
interface IntakeConfig {
    /** Problems of one list; empty lines do not count. */
    @WithDefault("500")
    @Positive
    int mostRows();

    /** Lists of one region that are not done yet. */
    @WithDefault("20")
    @Positive
    int mostUnfinished();

    /** The file as it is sent. */
    @WithDefault("2M")
    MemorySize largestFile();

    /** All parts of a workbook when they are unpacked. */
    @WithDefault("32M")
    MemorySize largestUnpacked();

    /** How long a row that is being asked is left alone; longer than any answer takes. */
    @WithDefault("3m")
    Duration lease();

    /** How often a row is asked that fails for reasons of ours. */
    @WithDefault("3")
    @Positive
    int mostAttempts();
}
