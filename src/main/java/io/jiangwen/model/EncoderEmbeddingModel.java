package io.jiangwen.model;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;

/**
 * An encoder as langchain4j knows embedding models. Vectors equal langchain4j's own for as long as its tokenizers read:
 * they stop, without a word, at 128 tokens in English and at 512 in Chinese; this reads to the end.
 */
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
                .map(segment -> Embedding.from(pooling.pool(encoder.encode(segment.text(), piece -> false))))
                .toList());
    }
}
