package io.jiangwen.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jiangwen.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Texts of words drawn from a model's vocabulary at random. They say nothing, but their tokens differ in all the ways
 * that the model knows, which those of one subject do not.
 */
final class RandomWords {
    private static final int TEXTS = 450;
    private static final int WORDS = 90;

    private final Random random = new Random(7);
    private final Language language;
    private final List<String> words;

    /** @param tokenizer name on the class path of the model's {@code tokenizer.json} */
    static RandomWords of(String tokenizer, Language language) throws IOException {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(tokenizer)) {
            if (file == null) throw new IOException("not on the class path: " + tokenizer);
            Set<String> vocabulary = new HashSet<>();
            new ObjectMapper()
                    .readTree(file)
                    .path("model")
                    .path("vocab")
                    .fieldNames()
                    .forEachRemaining(vocabulary::add);
            return new RandomWords(vocabulary, language);
        }
    }

    RandomWords(Set<String> vocabulary, Language language) {
        Predicate<String> wanted =
                switch (language) {
                    case ZH -> word -> word.length() == 1 && Character.isIdeographic(word.charAt(0));
                    case EN -> word -> word.length() > 2 && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
                };
        this.language = language;
        this.words = vocabulary.stream().filter(wanted).sorted().toList();
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) texts.add(text());
        return texts;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            text.append(words.get(random.nextInt(words.size())));
            if (language == Language.EN) text.append(' ');
            else if (random.nextInt(20) == 0) text.append(random.nextBoolean() ? "，" : random.nextInt(3000));
        }
        return text.toString();
    }
}
