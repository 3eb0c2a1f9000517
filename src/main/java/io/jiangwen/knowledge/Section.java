package io.jiangwen.knowledge;

import java.util.List;

/**
 * What stands under one heading, up to the next heading of any level.
 *
 * @param headingPath the headings above it, joined by {@code " > "}; empty at the top
 */
record Section(String headingPath, List<MarkdownBlock> blocks) {
    Section {
        blocks = List.copyOf(blocks);
    }
}
