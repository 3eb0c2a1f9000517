package io.jiangwen.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the sentences of Chinese and English Markdown text, so that each can be cited by itself.
 *
 * <p>A sentence ends at {@code 。！？；?!}, at a full stop that is one, and at a line end (English wrapped inside a
 * sentence apart). List items, table rows and lines of code are sentences of their own, without marker or outer pipes;
 * headings, rules and fences are none. Nothing ends inside brackets or quotation marks, and a closing one stays with
 * its sentence.
 */
public final class Sentences {
    private Sentences() {}

    /** Ranges of UTF-16 offsets: in order, never overlapping, trimmed, each with a letter or a digit. Linear in time. */
    public static List<TextRange> split(String text) {
        List<TextRange> sentences = new ArrayList<>();
        for (MarkdownLine line : MarkdownLines.of(text)) {
            if (line.whole()) sentences.add(line.content());
            else sentences.addAll(split(text, line.content()));
        }
        return List.copyOf(sentences);
    }

    private static List<TextRange> split(String text, TextRange line) {
        List<TextRange> sentences = new ArrayList<>();
        SentenceEnds ends = new SentenceEnds(text, line.start(), line.end());
        int start = line.start();
        while (start < line.end()) {
            int next = ends.after(start);
            int end = Blanks.trimEnd(text, start, next);
            if (Blanks.saysSomething(text, start, end)) {
                sentences.add(new TextRange(start, end));
            } else if (!sentences.isEmpty()) {
                // Marks and emoji after a sentence belong to it.
                sentences.add(new TextRange(sentences.removeLast().start(), Math.max(start, end)));
            }
            start = Blanks.trimStart(text, next, line.end());
        }
        return sentences;
    }
}
