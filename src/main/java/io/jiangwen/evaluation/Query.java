package io.jiangwen.evaluation;

import io.jiangwen.question.Question;
import java.util.Optional;

/**
 * A line of the questions.
 *
 * @param question as the service would ask it
 * @param label empty where nobody says what the right answer is
 */
record Query(String id, Question question, Optional<Label> label) {
    Query labelled(Label other) {
        return new Query(id, question, Optional.of(other));
    }
}
