package io.jiangwen.curation;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;

/** What an import may bring. */
@ConfigMapping(prefix = "jiangwen.curation.import")
interface CurationConfig {
    /** Files of one upload. */
    @WithDefault("500")
    @Positive
    int mostFiles();

    /** One file; a larger one fails alone. */
    @WithDefault("2M")
    MemorySize largestFile();

    /** All files of one upload. */
    @WithDefault("50M")
    MemorySize largestUpload();
}
