package io.jiangwen.knowledge;

import io.jiangwen.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Cuts Markdown into passages along its own structure: headings, lists, tables, questions with their answers. */
public final class Chunker {
    /** A last chunk below this share of the target is no passage of its own. */
    private static final int RUNT = 4;

    public Chunker() {}

    /**
     * The chunks of {@code markdown}: in order, never overlapping, never blank, none across a heading. Together they
     * cover all that is neither heading nor rule. A list, a table, a code block or a question with its answer stays
     * whole where it fits {@code longest}; else it is cut at the end of an item, row or sentence.
     *
     * @param target UTF-16 characters up to which small neighbours under one heading are joined
     * @param longest UTF-16 characters that no chunk exceeds, at least {@code target} and 2
     */
    public List<Chunk> chunk(String markdown, int target, int longest) {
        if (target < 1 || longest < Math.max(target, 2))
            throw new IllegalArgumentException("chunks of " + target + " to " + longest + " characters");
        List<Chunk> chunks = new ArrayList<>();
        for (Section section : MarkdownSections.of(markdown)) {
            List<TextRange> pieces = new ArrayList<>();
            BlockCutter cutter = new BlockCutter(markdown, longest);
            for (MarkdownBlock block : section.blocks()) pieces.addAll(cutter.cut(block));
            for (TextRange range : join(pieces, markdown, target, longest))
                chunks.add(new Chunk(section.headingPath(), range, range.of(markdown)));
        }
        return List.copyOf(chunks);
    }

    private static List<TextRange> join(List<TextRange> pieces, String markdown, int target, int longest) {
        List<TextRange> joined = new ArrayList<>();
        for (TextRange piece : pieces) {
            TextRange before = joined.isEmpty() ? piece : joined.getLast();
            TextRange both = new TextRange(before.start(), piece.end());
            boolean fits = both.length() <= (announces(before, markdown) ? longest : target);
            if (!joined.isEmpty() && fits) joined.set(joined.size() - 1, both);
            else joined.add(piece);
        }
        if (joined.size() > 1 && joined.getLast().length() < target / RUNT) {
            TextRange both = new TextRange(
                    joined.get(joined.size() - 2).start(), joined.getLast().end());
            if (both.length() <= longest) {
                joined.removeLast();
                joined.set(joined.size() - 1, both);
            }
        }
        return joined;
    }

    /** "切削参数：" belongs to the list that follows. */
    private static boolean announces(TextRange range, String markdown) {
        char last = markdown.charAt(range.end() - 1);
        return last == '：' || last == ':';
    }
}
