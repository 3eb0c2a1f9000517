package io.jiangwen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.model.Embedder;
import io.jiangwen.model.Embedding;
import io.jiangwen.model.PassageEncoding;
import io.jiangwen.model.QuestionEncoding;
import io.jiangwen.model.QuestionToken;
import io.jiangwen.model.TokenVectors;
import io.jiangwen.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedEmbedderTest {
    private static final String TEXT = "细长轴用跟刀架";

    private final Path folder;

    CachedEmbedderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Stands for a model: its vectors depend on every character, the role and the version. */
    private record Hashing(AtomicInteger calls, int version) implements Embedder {
        @Override
        public String model(Language language) {
            return "hashing";
        }

        @Override
        public PassageEncoding passage(String text, Language language) {
            Embedding whole = embedding(text, language);
            TokenVectors tokens = new TokenVectors(2, new byte[] {(byte) text.length(), -7, 8, (byte) version});
            return new PassageEncoding(whole, tokens, new TokenVectors(2, new byte[0]), Set.of(text));
        }

        @Override
        public QuestionEncoding question(String text, Language language) {
            Embedding whole = embedding("? " + text, language);
            return new QuestionEncoding(whole, List.of(new QuestionToken(text, whole.vector())));
        }

        private Embedding embedding(String text, Language language) {
            calls.incrementAndGet();
            float value = Float.intBitsToFloat((text + version).hashCode() & 0x3fff_ffff);
            return new Embedding("model-" + language.tag(), new float[] {value, version / 3f});
        }
    }

    @Test
    void embedsEachTextOnceAndKeepsEveryBit() {
        AtomicInteger calls = new AtomicInteger();
        PassageEncoding first = new CachedEmbedder(new Hashing(calls, 1), folder).passage(TEXT, Language.ZH);
        QuestionEncoding asked = new CachedEmbedder(new Hashing(calls, 1), folder).question(TEXT, Language.ZH);
        Embedder next = new CachedEmbedder(new Hashing(calls, 1), folder);
        int before = calls.get();
        PassageEncoding again = next.passage(TEXT, Language.ZH);
        QuestionEncoding askedAgain = next.question(TEXT, Language.ZH);
        assertThat(calls).hasValue(before);
        assertThat(again.whole().model()).isEqualTo("model-zh");
        assertThat(again.pieces()).containsExactly(TEXT);
        assertThat(again).usingRecursiveComparison().isEqualTo(first);
        assertThat(askedAgain).usingRecursiveComparison().isEqualTo(asked);
    }

    @Test
    void questionsAreNoPassagesAndLanguagesAreApart() {
        AtomicInteger calls = new AtomicInteger();
        CachedEmbedder embedder = new CachedEmbedder(new Hashing(calls, 1), folder);
        int before = calls.get();
        embedder.passage(TEXT, Language.ZH);
        embedder.question(TEXT, Language.ZH);
        embedder.passage(TEXT, Language.EN);
        assertThat(calls).hasValue(before + 3);
    }

    @Test
    void anotherModelStartsAfresh() {
        AtomicInteger calls = new AtomicInteger();
        new CachedEmbedder(new Hashing(calls, 1), folder).passage(TEXT, Language.ZH);
        PassageEncoding other = new CachedEmbedder(new Hashing(calls, 2), folder).passage(TEXT, Language.ZH);
        assertThat(other.whole().vector()[1]).isEqualTo(2 / 3f);
    }

    @Test
    void tornFilesAreRebuilt() throws IOException {
        for (int keep : new int[] {0, 3, 15, 16, 20}) {
            BlobCache cache = new BlobCache(folder);
            cache.put("key", "content".getBytes(StandardCharsets.UTF_8));
            Path entry = files().getFirst();
            byte[] whole = Files.readAllBytes(entry);
            Files.write(entry, java.util.Arrays.copyOf(whole, keep));
            assertThat(cache.get("key")).as("cut to %s bytes", keep).isEmpty();
            whole[whole.length - 1]++;
            Files.write(entry, whole);
            assertThat(cache.get("key")).as("a changed byte").isEmpty();
            cache.put("key", "content".getBytes(StandardCharsets.UTF_8));
            assertThat(cache.get("key"))
                    .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("content"));
        }
    }

    @Test
    void manyMayWriteTheSame() throws InterruptedException {
        List<Thread> writers = new ArrayList<>();
        AtomicInteger wrong = new AtomicInteger();
        for (int i = 0; i < 8; i++) {
            Thread writer = Thread.ofPlatform().start(() -> {
                BlobCache cache = new BlobCache(folder);
                for (int n = 0; n < 50; n++) {
                    byte[] content = ("entry " + n % 5).repeat(200).getBytes(StandardCharsets.UTF_8);
                    cache.put("key " + n % 5, content);
                    if (!java.util.Arrays.equals(cache.get("key " + n % 5).orElse(null), content))
                        wrong.incrementAndGet();
                }
            });
            writers.add(writer);
        }
        for (Thread writer : writers) writer.join();
        assertThat(wrong).hasValue(0);
        assertThat(files()).hasSize(5);
    }

    private List<Path> files() {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
