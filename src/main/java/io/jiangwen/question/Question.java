package io.jiangwen.question;

import io.jiangwen.text.Language;
import java.util.List;

/**
 * What was asked.
 *
 * @param text the asker's words, trimmed, without control characters
 * @param before earlier questions of the thread, oldest first
 * @param askedBack how often the asker was asked back before; {@code text} has all that he said since
 * @param line what was typed, where {@code text} stands for it in other words
 */
public record Question(String text, Language language, List<String> before, int askedBack, String line) {
    /** Characters of a question at the most; longer ones are refused at the door. */
    public static final int LONGEST = 2_000;

    public Question {
        if (text.isBlank()) throw new IllegalArgumentException("a question without words");
        if (askedBack < 0) throw new IllegalArgumentException("asked back " + askedBack + " times");
        before = List.copyOf(before);
    }

    public Question(String text, Language language, List<String> before, int askedBack) {
        this(text, language, before, askedBack, text);
    }

    public Question(String text, Language language, List<String> before) {
        this(text, language, before, 0);
    }

    public static Question of(String text) {
        return new Question(text, Language.of(text), List.of());
    }

    /** The same question in other words. */
    public Question in(String words) {
        return new Question(words, language, before, askedBack, line);
    }
}
