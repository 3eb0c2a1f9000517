package io.jiangwen.question;

import io.jiangwen.text.Language;
import java.util.List;

/**
 * What was asked.
 *
 * @param text the asker's words, trimmed, without control characters
 * @param before earlier questions of the thread, oldest first
 */
public record Question(String text, Language language, List<String> before) {
    /** Characters of a question at the most; longer ones are refused at the door. */
    public static final int LONGEST = 2_000;

    public Question {
        if (text.isBlank()) throw new IllegalArgumentException("a question without words");
        before = List.copyOf(before);
    }

    public static Question of(String text) {
        return new Question(text, Language.of(text), List.of());
    }
}
