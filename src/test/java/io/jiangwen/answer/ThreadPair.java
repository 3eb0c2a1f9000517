package io.jiangwen.answer;

import io.jiangwen.question.Question;
import io.jiangwen.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Two questions of one thread, and whether the second is about the same thing as the first. */
record ThreadPair(boolean follows, String before, String text) {
    /** The pairs of {@code dialogue/threads.tsv}. */
    static List<ThreadPair> read() throws IOException {
        try (InputStream file = Objects.requireNonNull(ThreadPair.class.getResourceAsStream("/dialogue/threads.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new ThreadPair(cells[0].equals("FOLLOWS"), cells[1], cells[2]))
                    .toList();
        }
    }

    Question question() {
        return new Question(text, Language.of(text), List.of(before));
    }
}
