package io.jiangwen.text;

/**
 * What a line of Markdown says, without its list marker or outer pipes; a wrapped sentence keeps its lines together.
 *
 * @param whole a table row or line of code, which is one sentence whatever it contains
 */
record MarkdownLine(TextRange content, boolean whole) {
    MarkdownLine {
        if (content.length() == 0) throw new IllegalArgumentException("a line that says nothing");
    }
}
