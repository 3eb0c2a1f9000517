package io.jiangwen.knowledge;

import io.jiangwen.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads Markdown with commonmark-java into sections of blocks; what lies inside a line is of no interest here. */
final class MarkdownSections {
    /** Deeper nesting is cut by lines: nobody writes it, and reading it must not exhaust the stack. */
    private static final int DEEPEST = 8;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .inlineParserFactory(context -> (lines, node) -> {})
            .build();

    private static final Set<Class<? extends Node>> BY_LINES =
            Set.of(TableBlock.class, FencedCodeBlock.class, IndentedCodeBlock.class, HtmlBlock.class);

    private final String markdown;
    private final List<Section> sections = new ArrayList<>();
    private final HeadingPath path = new HeadingPath();
    private List<MarkdownBlock> blocks = new ArrayList<>();

    private MarkdownSections(String markdown) {
        this.markdown = markdown;
    }

    static List<Section> of(String markdown) {
        MarkdownSections reading = new MarkdownSections(markdown);
        if (Tangle.isIn(markdown)) {
            reading.rest(0, markdown.length());
            reading.endSection();
        } else {
            reading.read(PARSER.parse(markdown));
        }
        return List.copyOf(reading.sections);
    }

    private void read(Node document) {
        int read = 0;
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node.getSourceSpans().isEmpty()) continue;
            TextRange range = rangeOf(node);
            rest(read, range.start());
            read = range.end();
            if (node instanceof Heading heading) {
                endSection();
                path.enter(heading.getLevel(), range.of(markdown));
            } else if (!(node instanceof ThematicBreak)) {
                blocks.add(block(node, range, 1));
            }
        }
        rest(read, markdown.length());
        endSection();
    }

    /** What the parser gave no block, such as a link's definition, is text all the same. */
    private void rest(int from, int to) {
        if (from < to && !markdown.substring(from, to).isBlank())
            blocks.add(new MarkdownBlock(new TextRange(from, to), true, List.of()));
    }

    private void endSection() {
        if (!blocks.isEmpty())
            sections.add(new Section(path.toString(), QuestionsAndAnswers.together(markdown, blocks)));
        blocks = new ArrayList<>();
    }

    private MarkdownBlock block(Node node, TextRange range, int depth) {
        List<MarkdownBlock> parts = new ArrayList<>();
        boolean nests = node instanceof ListBlock || node instanceof ListItem || node instanceof BlockQuote;
        for (Node part = nests ? node.getFirstChild() : null; part != null && depth < DEEPEST; part = part.getNext()) {
            if (!part.getSourceSpans().isEmpty()) parts.add(block(part, rangeOf(part), depth + 1));
        }
        return new MarkdownBlock(range, !BY_LINES.contains(node.getClass()), parts);
    }

    private static TextRange rangeOf(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        SourceSpan last = spans.getLast();
        return new TextRange(spans.getFirst().getInputIndex(), last.getInputIndex() + last.getLength());
    }
}
