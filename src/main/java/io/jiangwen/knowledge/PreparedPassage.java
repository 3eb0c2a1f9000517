package io.jiangwen.knowledge;

import io.jiangwen.model.PassageEncoding;
import io.jiangwen.text.Lexeme;
import java.util.List;

/** A passage with all that searches need, before it is stored. */
record PreparedPassage(Chunk chunk, PassageEncoding encoding, List<Lexeme> lexemes) {
    PreparedPassage {
        lexemes = List.copyOf(lexemes);
    }
}
