package io.jiangwen.evaluation;

import io.jiangwen.model.Embedder;
import io.jiangwen.model.PassageEncoding;
import io.jiangwen.model.QuestionEncoding;
import io.jiangwen.model.QuestionToken;
import io.jiangwen.text.Language;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    public String model(Language language) {
        return inner.model(language);
    }

    @Override
    public PassageEncoding passage(String text, Language language) {
        return cached(
                "passage",
                text,
                language,
                () -> inner.passage(text, language),
                EncodingCodec::encode,
                EncodingCodec::passage);
    }

    @Override
    public QuestionEncoding question(String text, Language language) {
        return cached(
                "question",
                text,
                language,
                () -> inner.question(text, language),
                EncodingCodec::encode,
                EncodingCodec::question);
    }

    private <T> T cached(
            String role,
            String text,
            Language language,
            Supplier<T> embed,
            Function<T, byte[]> encode,
            Function<byte[], T> decode) {
        String key = role + "\n" + language.tag() + "\n" + text;
        Optional<byte[]> known = entries.get(key);
        if (known.isPresent()) return decode.apply(known.get());
        T fresh = embed.get();
        entries.put(key, encode.apply(fresh));
        return fresh;
    }

    /** Models by name, and a hash of sample vectors rounded so far that the last bits do not matter. */
    private static String fingerprint(Embedder embedder) {
        StringBuilder seen = new StringBuilder();
        Set<String> models = new LinkedHashSet<>();
        for (String sample : SAMPLES) {
            Language language = Language.of(sample);
            PassageEncoding passage = embedder.passage(sample, language);
            QuestionEncoding question = embedder.question(sample, language);
            models.add(passage.whole().model());
            see(passage.whole().vector(), seen);
            see(embedder.passage(sample.repeat(LONG), language).whole().vector(), seen);
            see(question.whole().vector(), seen);
            for (QuestionToken token : question.tokens()) see(token.vector(), seen);
            seen.append(passage.sentences().count());
        }
        return String.join("-", models) + "-" + EncodingCodec.FORMAT + "-"
                + BlobCache.hash(seen.toString()).substring(0, 12);
    }

    private static void see(float[] vector, StringBuilder seen) {
        for (float value : vector) seen.append(Math.round(value * 1_000)).append(' ');
    }
}
