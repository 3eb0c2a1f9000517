package io.jiangwen.knowledge;

import io.jiangwen.text.TextRange;
import java.util.List;

/**
 * A paragraph, list, item, table, code block or the like, and what it can be cut into.
 *
 * @param prose whether it may be cut at sentence ends, else only at line ends
 * @param parts the blocks inside, such as the items of a list: in order, inside {@code range}
 */
record MarkdownBlock(TextRange range, boolean prose, List<MarkdownBlock> parts) {
    MarkdownBlock {
        parts = List.copyOf(parts);
    }

    /** The same block with what lies around it. */
    MarkdownBlock over(TextRange wider) {
        return new MarkdownBlock(wider, prose, parts);
    }
}
