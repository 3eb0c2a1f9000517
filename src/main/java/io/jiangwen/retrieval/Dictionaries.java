package io.jiangwen.retrieval;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The general dictionaries that are packed in, read at the first question that needs them: 10 MB. */
@ApplicationScoped
class Dictionaries {
    private @Nullable Both both;

    private record Both(BilingualIndex toChinese, BilingualIndex toEnglish) {}

    /** Chinese words for English stems joined with a blank. */
    List<String> toChinese(String stems) {
        return both().toChinese().lookUp(stems);
    }

    /** English words for a Chinese one. */
    List<String> toEnglish(String word) {
        return both().toEnglish().lookUp(word);
    }

    private synchronized Both both() {
        Both read = both;
        if (read == null) {
            read = new Both(packed("/dictionary/en-zh.tsv.gz"), packed("/dictionary/zh-en.tsv.gz"));
            both = read;
        }
        return read;
    }

    private static BilingualIndex packed(String name) {
        try (InputStream file = Objects.requireNonNull(Dictionaries.class.getResourceAsStream(name), name)) {
            return BilingualIndex.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a packed dictionary cannot be read", e);
        }
    }
}
