package io.jiangwen.model;

import java.time.Duration;
import java.util.Optional;

/** Settings of a test. */
record ModelSettings(
        Optional<String> llmBaseUrl,
        Optional<String> llmApiKey,
        Optional<String> llmModel,
        Duration llmTimeout,
        int llmConcurrency,
        Optional<String> rerankUrl,
        Optional<String> rerankModel,
        Optional<String> rerankApiKey,
        Duration rerankTimeout)
        implements ModelConfig {
    @Override
    public String embeddingZh() {
        return EmbeddingModels.CHINESE.name();
    }

    @Override
    public String embeddingEn() {
        return EmbeddingModels.ENGLISH.name();
    }

    /** A chat model and nothing else. */
    ModelSettings(
            Optional<String> llmBaseUrl,
            Optional<String> llmApiKey,
            Optional<String> llmModel,
            Duration llmTimeout,
            int llmConcurrency) {
        this(
                llmBaseUrl,
                llmApiKey,
                llmModel,
                llmTimeout,
                llmConcurrency,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(2));
    }

    /** A reranker and nothing else. */
    static ModelSettings reranker(String url, Optional<String> model, Duration timeout) {
        return new ModelSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(1),
                1,
                Optional.of(url),
                model,
                Optional.of("a-key"),
                timeout);
    }
}
