package io.jiangwen.retrieval;

import io.jiangwen.question.Question;
import io.jiangwen.text.Language;
import java.util.List;

/**
 * A question made from an article, which therefore answers it.
 *
 * @param article the article's id; its passages that have the question word for word teach nothing and are left out
 * @param language of the article
 * @param hidden what searches compare of passages of the article, with the question itself taken out of them
 */
public record Lesson(String article, Question question, Language language, List<String> hidden) {
    public Lesson {
        hidden = List.copyOf(hidden);
    }
}
