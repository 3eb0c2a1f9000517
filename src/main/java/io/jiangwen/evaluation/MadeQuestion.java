package io.jiangwen.evaluation;

import io.jiangwen.question.Question;

/**
 * A question that nobody asked, made of a passage that answers it.
 *
 * @param source the passage
 * @param masked whether the article of the passage, and all that says the same, is to be hidden when it is asked
 */
record MadeQuestion(Question question, Source source, boolean masked) {}
