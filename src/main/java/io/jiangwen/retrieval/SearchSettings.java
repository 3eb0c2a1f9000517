package io.jiangwen.retrieval;

import io.jiangwen.model.ModelConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What decides which passages a question finds, apart from what is published. */
@ApplicationScoped
public class SearchSettings {
    private final RankingStore rankings;
    private final RetrievalConfig config;
    private final ModelConfig models;

    SearchSettings(RankingStore rankings, RetrievalConfig config, ModelConfig models) {
        this.rankings = rankings;
        this.config = config;
        this.models = models;
    }

    /** By name; equal for two searches that rank alike. Addresses of endpoints are told apart, not told. */
    public Map<String, String> current() {
        String reranker = models.rerankUrl()
                .map(url -> models.rerankModel().orElse("") + "@" + Integer.toHexString(url.hashCode()))
                .orElse("none");
        return Map.of(
                "ranking", rankings.current().name(),
                "reranker", reranker,
                "candidates", Integer.toString(config.candidates()),
                "scored", Integer.toString(config.scored()),
                "passages", Integer.toString(config.limit()),
                "crossEncoded", Integer.toString(config.crossEncoded()));
    }
}
