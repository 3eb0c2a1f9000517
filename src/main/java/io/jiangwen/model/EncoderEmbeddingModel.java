package io.jiangwen.model;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;

/** An encoder as langchain4j knows embedding models: equal vectors to langchain4j's own, sooner. */
final class EncoderEmbeddingModel implements EmbeddingModel {
    private final TextEncoder encoder;
    private final Pooling pooling;

    EncoderEmbeddingModel(TextEncoder encoder, Pooling pooling) {
        this.encoder = encoder;
        this.pooling = pooling;
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return Response.from(segments.stream()
                .map(segment -> Embedding.from(pooling.pool(encoder.encode(segment.text()))))
                .toList());
    }
}
