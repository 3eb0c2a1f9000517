package io.jiangwen.evaluation;

import io.jiangwen.question.Question;

/**
 * A question that nobody asked, made of a passage that answers it.
 *
 * @param source the passage
 * @param masked whether the article of the passage, and all that says the same, is to be hidden when it is asked
 */
record MadeQuestion(Kind kind, Question question, Source source, boolean masked) {
    /** What it was made of. */
    enum Kind {
        /** Title and heading, which say what a passage is about. */
        HEADING,
        /** A sentence in other words: some dropped, some replaced. */
        SENTENCE
    }
}
