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

    /**
     * Passages that are compared one by one, without the vector index, where a filter keeps no more than these: about
     * 10 ms.
     */
    @WithDefault("10000")
    @Positive
    int exactScan();

    /** Passages whose words are scored for one question at the most, whatever is asked. */
    @WithDefault("2000")
    @Positive
    int scored();

    /** Passages handed on to the judge. */
    @WithDefault("20")
    @Positive
    int limit();

    /** Passages that a cross-encoder reads, where one is configured. */
    @WithDefault("20")
    @Positive
    int crossEncoded();
}
