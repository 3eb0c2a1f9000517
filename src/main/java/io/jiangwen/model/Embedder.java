package io.jiangwen.model;

import io.jiangwen.text.Language;

/** Text to vectors, with the model that fits the language. Blocking and CPU-bound: never inside a transaction. */
public interface Embedder {
    /** The name of the model for this language, as in the table {@code passage}. */
    String model(Language language);

    /** Embeds knowledge. Texts beyond the model's window are averaged over windows. */
    PassageEncoding passage(String text, Language language);

    /** Embeds a question, with the instruction its model wants. */
    QuestionEncoding question(String text, Language language);

    /** Embeds a question whose tokens nobody compares: the same vector for less work. */
    default Embedding whole(String text, Language language) {
        return question(text, language).whole();
    }
}
