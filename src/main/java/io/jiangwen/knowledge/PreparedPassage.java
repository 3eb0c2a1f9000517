package io.jiangwen.knowledge;

import io.jiangwen.model.Embedding;
import io.jiangwen.text.Lexeme;
import java.util.List;

/** A passage with all that searches need, before it is stored. */
record PreparedPassage(Chunk chunk, Embedding embedding, List<Lexeme> lexemes) {
    PreparedPassage {
        lexemes = List.copyOf(lexemes);
    }
}
