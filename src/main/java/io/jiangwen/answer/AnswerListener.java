package io.jiangwen.answer;

import io.jiangwen.confidence.Verdict;

/** Hears of an answer while it is made. What it hears is provisional until the pipeline returns. */
public interface AnswerListener {
    /** Hears nothing. */
    AnswerListener NONE = new AnswerListener() {};

    /** The evidence was judged. */
    default void verdict(Verdict verdict) {}

    /** A sentence passed the check. */
    default void sentence(int index, Answer.Sentence sentence) {}

    /** A citation that the next sentence uses. */
    default void citation(Answer.Citation citation) {}
}
