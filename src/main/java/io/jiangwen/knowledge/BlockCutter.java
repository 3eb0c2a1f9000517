package io.jiangwen.knowledge;

import io.jiangwen.text.Sentences;
import io.jiangwen.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a block that is too long where it hurts least: between parts, then lines, then sentences, then words. */
final class BlockCutter {
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\n");

    private final String markdown;
    private final int longest;

    BlockCutter(String markdown, int longest) {
        this.markdown = markdown;
        this.longest = longest;
    }

    /** Pieces of at most {@code longest} characters, trimmed and not blank, which together cover the block. */
    List<TextRange> cut(MarkdownBlock block) {
        List<TextRange> pieces = new ArrayList<>();
        cut(block, pieces);
        return pieces;
    }

    private void cut(MarkdownBlock block, List<TextRange> pieces) {
        TextRange range = trim(block.range());
        if (range.length() <= longest) {
            keep(range, pieces);
        } else if (block.parts().isEmpty()) {
            leaf(block.prose(), range, pieces);
        } else {
            // Each part reaches to the next one and the first takes the marker, so that nothing between them is lost.
            List<MarkdownBlock> parts = block.parts();
            int start = range.start();
            for (int i = 0; i < parts.size(); i++) {
                int next = i + 1 < parts.size() ? parts.get(i + 1).range().start() : range.end();
                int end = Math.clamp(next, start, range.end());
                cut(parts.get(i).over(new TextRange(start, end)), pieces);
                start = end;
            }
        }
    }

    private void leaf(boolean prose, TextRange range, List<TextRange> pieces) {
        List<Integer> ends = new ArrayList<>();
        Matcher question = QuestionsAndAnswers.QUESTION.matcher(markdown).region(range.start(), range.end());
        while (prose && question.find()) if (question.start() > range.start()) ends.add(question.start());
        if (ends.isEmpty() && !prose) {
            Matcher line = LINE_END.matcher(markdown).region(range.start(), range.end());
            while (line.find()) ends.add(line.end());
        }
        if (ends.isEmpty()) {
            sentences(range, pieces);
            return;
        }
        for (TextRange piece : between(range, ends)) {
            if (piece.length() <= longest) keep(piece, pieces);
            else sentences(piece, pieces);
        }
    }

    private void sentences(TextRange range, List<TextRange> pieces) {
        List<Integer> ends = new ArrayList<>();
        for (TextRange sentence : Sentences.split(range.of(markdown))) ends.add(range.start() + sentence.end());
        for (TextRange piece : between(range, ends)) {
            int start = piece.start();
            while (piece.end() - start > longest) {
                int end = wordEnd(start, start + longest);
                keep(new TextRange(start, end), pieces);
                start = end;
            }
            keep(new TextRange(start, piece.end()), pieces);
        }
    }

    /** The last blank in the second half, else as far as it goes without parting a surrogate pair. */
    private int wordEnd(int start, int furthest) {
        for (int at = furthest; at > start + longest / 2; at--) if (isBlank(markdown.charAt(at))) return at;
        return Character.isHighSurrogate(markdown.charAt(furthest - 1))
                        && Character.isLowSurrogate(markdown.charAt(furthest))
                ? furthest - 1
                : furthest;
    }

    private static List<TextRange> between(TextRange range, List<Integer> cuts) {
        List<TextRange> pieces = new ArrayList<>();
        int start = range.start();
        for (int cut : cuts) {
            pieces.add(new TextRange(start, cut));
            start = cut;
        }
        pieces.add(new TextRange(start, range.end()));
        return pieces;
    }

    private void keep(TextRange range, List<TextRange> pieces) {
        TextRange trimmed = trim(range);
        if (trimmed.length() > 0) pieces.add(trimmed);
    }

    private TextRange trim(TextRange range) {
        int start = range.start();
        int end = range.end();
        while (start < end && isBlank(markdown.charAt(start))) start++;
        while (end > start && isBlank(markdown.charAt(end - 1))) end--;
        return new TextRange(start, end);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
