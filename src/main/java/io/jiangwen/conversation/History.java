package io.jiangwen.conversation;

import io.jiangwen.question.Intent;
import io.jiangwen.question.PersonWish;
import io.jiangwen.question.Question;
import io.jiangwen.text.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked in a thread so far, as the next question needs it. An answer to a question back belongs to the question
 * it answers; small talk, what nobody could read and what lay out of scope belong to none. Pure.
 */
final class History {
    private static final int REMEMBERED = 5;

    private final List<String> questions = new ArrayList<>();
    /** What was said since, and including, the first question that was asked back for. */
    private final List<String> pending = new ArrayList<>();

    /** @param said in the order of the thread */
    History(List<Said> said) {
        said.forEach(this::add);
    }

    /** A line of the asker and what became of it. */
    record Said(String text, TurnOutcome outcome, @Nullable String reason) {}

    /** The next question with all that belongs to it. */
    Question next(String text) {
        Language language = Language.of(text);
        return switch (Intent.of(text)) {
            case QUESTION, VAGUE -> new Question(joined(text), language, remembered(questions), pending.size());
            case PERSON -> {
                List<String> before = new ArrayList<>(questions);
                if (!pending.isEmpty()) before.add(bounded(String.join(" ", pending)));
                yield new Question(text, language, remembered(before));
            }
            case SMALL_TALK, NOTHING -> new Question(text, language, remembered(questions));
        };
    }

    private void add(Said said) {
        switch (said.outcome()) {
            case NEEDS_DETAIL -> {
                if (!TurnWriter.UNREADABLE.equals(said.reason())) pending.add(said.text());
            }
            case SMALL_TALK, OUT_OF_SCOPE -> {}
            case ANSWERED, ESCALATED, JOINED, FORWARDED, STOPPED -> {
                if (Intent.of(said.text()) == Intent.PERSON) {
                    String beside = PersonWish.beside(said.text());
                    if (!beside.isEmpty()) questions.add(beside);
                    else if (!pending.isEmpty()) questions.add(bounded(String.join(" ", pending)));
                } else {
                    questions.add(joined(said.text()));
                }
                pending.clear();
            }
        }
    }

    private String joined(String text) {
        return pending.isEmpty() ? text : bounded(String.join(" ", pending) + " " + text);
    }

    /** The newest words count when all is too long. */
    private static String bounded(String text) {
        if (text.length() <= Question.LONGEST) return text;
        int from = text.length() - Question.LONGEST;
        return text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from)
                .strip();
    }

    private static List<String> remembered(List<String> questions) {
        return questions.subList(Math.max(0, questions.size() - REMEMBERED), questions.size());
    }
}
