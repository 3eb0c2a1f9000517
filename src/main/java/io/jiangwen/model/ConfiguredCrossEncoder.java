package io.jiangwen.model;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The cross-encoder of the settings; left alone for a while after it failed, so that searches do not wait for it. */
@ApplicationScoped
class ConfiguredCrossEncoder implements CrossEncoder {
    private static final Duration REST = Duration.ofSeconds(30);

    private final @Nullable PairScorer scorer;
    private final MeterRegistry meters;
    private final Clock clock;
    private final AtomicReference<Instant> resting = new AtomicReference<>(Instant.MIN);

    /** @throws IllegalStateException when the settings name a file that is no cross-encoder */
    ConfiguredCrossEncoder(ModelConfig config, MeterRegistry meters, Clock clock) {
        this.scorer = config.rerankUrl().map(url -> scorer(url, config)).orElse(null);
        this.meters = meters;
        this.clock = clock;
    }

    private static PairScorer scorer(String url, ModelConfig config) {
        if (!url.startsWith("file:"))
            return new RerankEndpoint(
                    url, config.rerankModel().orElse(null), config.rerankApiKey(), config.rerankTimeout());
        try {
            return new OnnxCrossEncoder(Path.of(URI.create(url)));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("JIANGWEN_RERANK_URL names no cross-encoder: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<List<Double>> scores(String question, List<String> passages) {
        if (scorer == null || passages.isEmpty() || clock.instant().isBefore(resting.get())) return Optional.empty();
        try {
            return Optional.of(scorer.scores(question, passages));
        } catch (IOException e) {
            resting.set(clock.instant().plus(REST));
            meters.counter("jiangwen.rerank.failed").increment();
            Log.warnf("The reranker gave no scores, searches do without it for %s: %s", REST, e.getMessage());
            return Optional.empty();
        }
    }
}
