package io.jiangwen.text;

import java.util.ArrayList;
import java.util.List;

/** Finds the sentences of Chinese and English Markdown text. */
public final class Sentences {
    private Sentences() {}

    /** The sentences of {@code text} as ranges: in order, never overlapping, trimmed, never blank. */
    public static List<TextRange> split(String text) {
        List<TextRange> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && "。！？；?!\n\r".indexOf(text.charAt(i)) < 0) continue;
            int from = start;
            int to = Math.min(i + 1, text.length());
            while (from < to && Character.isWhitespace(text.charAt(from))) from++;
            while (to > from && Character.isWhitespace(text.charAt(to - 1))) to--;
            if (from < to) sentences.add(new TextRange(from, to));
            start = i + 1;
        }
        return List.copyOf(sentences);
    }
}
