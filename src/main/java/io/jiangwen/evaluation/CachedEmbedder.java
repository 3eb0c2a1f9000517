package io.jiangwen.evaluation;

import io.jiangwen.model.Embedder;
import io.jiangwen.model.Embedding;
import io.jiangwen.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Embeds each text once in the life of a data folder. Entries are kept by what the embedder does to a few sample texts,
 * so that another model, instruction or way of cutting long texts starts afresh.
 */
final class CachedEmbedder implements Embedder {
    /** A text beyond the window of any model here shows how long texts are treated. */
    private static final int LONG = 80;

    private static final List<String> SAMPLES = List.of("车削细长轴时怎样减小弯曲变形？", "How is a bearing heated?");

    private final Embedder inner;
    private final BlobCache entries;

    CachedEmbedder(Embedder inner, Path folder) {
        this.inner = inner;
        this.entries = new BlobCache(folder.resolve(fingerprint(inner)));
    }

    @Override
    public Embedding passage(String text, Language language) {
        return cached("passage", text, language, () -> inner.passage(text, language));
    }

    @Override
    public Embedding question(String text, Language language) {
        return cached("question", text, language, () -> inner.question(text, language));
    }

    private Embedding cached(String role, String text, Language language, Supplier<Embedding> embed) {
        String key = role + "\n" + language.tag() + "\n" + text;
        Optional<byte[]> known = entries.get(key);
        if (known.isPresent()) return EmbeddingCodec.decode(known.get());
        Embedding fresh = embed.get();
        entries.put(key, EmbeddingCodec.encode(fresh));
        return fresh;
    }

    /** Models by name, and a hash of sample vectors rounded so far that the last bits do not matter. */
    private static String fingerprint(Embedder embedder) {
        StringBuilder seen = new StringBuilder();
        String models = "";
        for (String sample : SAMPLES) {
            Language language = Language.of(sample);
            for (Embedding each : List.of(
                    embedder.passage(sample, language),
                    embedder.passage(sample.repeat(LONG), language),
                    embedder.question(sample, language))) {
                for (float value : each.vector())
                    seen.append(Math.round(value * 1_000)).append(' ');
                if (!models.contains(each.model())) models += each.model() + "-";
            }
        }
        return models + EmbeddingCodec.FORMAT + "-"
                + BlobCache.hash(seen.toString()).substring(0, 12);
    }
}
