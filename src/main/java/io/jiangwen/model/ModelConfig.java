package io.jiangwen.model;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Optional;

/** Which models are used and how long they may take. */
@ConfigMapping(prefix = "jiangwen.model")
public interface ModelConfig {
    /** The embedding model for Chinese texts: one of those packed in, or a folder; see {@link EmbeddingModels#named}. */
    @WithDefault("bge-small-zh-v1.5")
    String embeddingZh();

    /** The embedding model for English texts. */
    @WithDefault("all-MiniLM-L6-v2")
    String embeddingEn();

    /** Base URL of an OpenAI-compatible endpoint, such as {@code http://localhost:11434/v1}; empty for none. */
    Optional<String> llmBaseUrl();

    /** Sent as bearer token; local endpoints want none. */
    Optional<String> llmApiKey();

    /** The endpoint's name of the chat model. */
    Optional<String> llmModel();

    /** Longest wait for the whole reply of the chat model before the extractive composer answers. */
    @WithDefault("30s")
    Duration llmTimeout();

    /** Replies of the chat model waited for at the same time; beyond that the extractive composer answers. */
    @WithDefault("8")
    @Positive
    int llmConcurrency();

    /**
     * A reranker that reads question and passage together: the base URL of a {@code /rerank} endpoint, or {@code
     * file:/path/model.onnx} with {@code tokenizer.json} beside it; empty for none.
     */
    Optional<String> rerankUrl();

    /** The endpoint's name of the reranker, where it serves several; Text Embeddings Inference wants none. */
    Optional<String> rerankModel();

    /** Sent as bearer token; local endpoints want none. */
    Optional<String> rerankApiKey();

    /** Longest wait for the reranker before a search goes on without it. */
    @WithDefault("2s")
    Duration rerankTimeout();
}
