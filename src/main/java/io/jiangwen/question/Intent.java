package io.jiangwen.question;

import io.jiangwen.text.Normalizer;
import io.jiangwen.text.Simplified;

/** What somebody wants who writes a line: not every line is a technical question. Holds without any model. */
public enum Intent {
    /** A question to be looked up. */
    QUESTION,
    /** Wants a person: always honoured. */
    PERSON,
    /** Greets, thanks, or asks what this is. */
    SMALL_TALK,
    /** Names nothing that could be looked up: which machine, which material, what is seen. */
    VAGUE,
    /** Nothing at all: punctuation, emoji, a single letter, keys struck at random. */
    NOTHING;

    /** What the line wants by itself. */
    public static Intent of(String text) {
        String line = Simplified.of(Normalizer.fold(text)).strip();
        if (PersonWish.in(line)) return PERSON;
        if (SmallTalk.is(line)) return SMALL_TALK;
        if (Gibberish.is(line)) return NOTHING;
        return Vagueness.leavesNothing(line) ? VAGUE : QUESTION;
    }

    /** What the question wants in its thread: after a question, a vague one asks about the same thing. */
    public static Intent of(Question question) {
        Intent alone = of(question.text());
        return alone == VAGUE && !question.before().isEmpty() ? QUESTION : alone;
    }
}
