package io.jiangwen.retrieval;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;

/** How passages are found. */
@ConfigMapping(prefix = "jiangwen.retrieval")
public interface RetrievalConfig {
    /** Candidates of each leg. */
    @WithDefault("40")
    @Positive
    int candidates();

    /** Passages handed on to the judge. */
    @WithDefault("20")
    @Positive
    int limit();

    /** Passages that a cross-encoder reads, where one is configured. */
    @WithDefault("20")
    @Positive
    int crossEncoded();
}
