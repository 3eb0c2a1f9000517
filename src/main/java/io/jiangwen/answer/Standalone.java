package io.jiangwen.answer;

import io.jiangwen.question.Question;
import io.jiangwen.text.LexicalAnalyzer;
import io.jiangwen.text.Terms;

/**
 * Makes a follow-up a question of its own by rule: one that has hardly any content words takes over the question
 * before it. Pure.
 */
final class Standalone {
    /** A question with this many content words stands alone. */
    private static final int ENOUGH_WORDS = 3;

    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();

    Question rewrite(Question question) {
        if (question.before().isEmpty()) return question;
        if (Terms.contentTerms(analyzer.lexemes(question.text())).size() >= ENOUGH_WORDS) return question;
        String before = question.before().getLast();
        return new Question(before + " " + question.text(), question.language(), question.before());
    }
}
