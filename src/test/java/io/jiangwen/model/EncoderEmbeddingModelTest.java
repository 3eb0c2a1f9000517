package io.jiangwen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15.BgeSmallZhV15EmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EncoderEmbeddingModelTest {
    private static final EmbeddingModel CHINESE = new EncoderEmbeddingModel(
            new TextEncoder(EmbeddingModels.CHINESE.files(), List.of(3), Pooling.FIRST), Pooling.FIRST);
    private static final EmbeddingModel ENGLISH = new EncoderEmbeddingModel(
            new TextEncoder(EmbeddingModels.ENGLISH.files(), List.of(2), Pooling.MEAN), Pooling.MEAN);

    private static final List<String> ODD = List.of(
            "细长轴车削时中间粗两头细",
            "6205-2RS bearing, M10×1.5 thread & GB/T 1804-m",
            "ＨＲＣ５８　全角",
            "PLC 的 4～20 mA 读数乱跳 😀",
            "don't – it's 0.01 mm");

    @Test
    void saysWhatLangchain4jSays() throws IOException {
        same(
                CHINESE,
                new BgeSmallZhV15EmbeddingModel(),
                Stream.concat(ODD.stream(), articles("question-").limit(12).map(text -> text.substring(0, 400))));
        same(
                ENGLISH,
                new AllMiniLmL6V2EmbeddingModel(),
                Stream.concat(ODD.stream(), articles("know-how-").map(text -> text.substring(0, 90))));
    }

    /** langchain4j lets the tokenizers cut texts, at 128 tokens in English: what follows would never be found. */
    @Test
    void readsEnglishTextsToTheirEnd() {
        String start = "Check the coupling and the base of the pump. ".repeat(40);
        assertThat(CosineSimilarity.between(
                        ENGLISH.embed(start).content(),
                        ENGLISH.embed(start + "Grinding wheels must be balanced twice.".repeat(20))
                                .content()))
                .isLessThan(0.99);
    }

    @Test
    void refusesToEncodeNothing() {
        assertThatThrownBy(() -> CHINESE.embed(" \n ")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void same(EmbeddingModel ours, EmbeddingModel theirs, Stream<String> texts) {
        texts.forEach(text -> assertThat(CosineSimilarity.between(
                        ours.embed(text).content(), theirs.embed(text).content()))
                .as(text)
                .isGreaterThanOrEqualTo(0.9999));
    }

    private static Stream<String> articles(String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("knowledge-base"))) {
            return files
                    .filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .map(EncoderEmbeddingModelTest::read)
                    .toList()
                    .stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
