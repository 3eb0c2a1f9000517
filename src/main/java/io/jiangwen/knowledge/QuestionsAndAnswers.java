package io.jiangwen.knowledge;

import io.jiangwen.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Keeps a question and the answer below it together. */
final class QuestionsAndAnswers {
    private static final String MARK =
            "[ \\t]*(?:[*_]{1,2})?(?:问题?|提问|Q|Question)[ \\t]*\\d{0,3}[ \\t]*(?:[*_]{1,2})?[：:]";

    /** A question at the start of a line. */
    static final Pattern QUESTION = Pattern.compile("(?m)^" + MARK);

    private static final Pattern FIRST = Pattern.compile(MARK);

    private QuestionsAndAnswers() {}

    /** The same blocks, where each that starts with a question takes in what follows up to the next question. */
    static List<MarkdownBlock> together(String markdown, List<MarkdownBlock> blocks) {
        List<MarkdownBlock> result = new ArrayList<>();
        List<MarkdownBlock> pair = new ArrayList<>();
        for (MarkdownBlock block : blocks) {
            boolean asks = FIRST.matcher(markdown)
                    .region(block.range().start(), block.range().end())
                    .lookingAt();
            if (asks && !pair.isEmpty()) {
                result.add(whole(pair));
                pair = new ArrayList<>();
            }
            if (asks || !pair.isEmpty()) pair.add(block);
            else result.add(block);
        }
        if (!pair.isEmpty()) result.add(whole(pair));
        return result;
    }

    private static MarkdownBlock whole(List<MarkdownBlock> pair) {
        TextRange range = new TextRange(
                pair.getFirst().range().start(), pair.getLast().range().end());
        return pair.size() == 1 ? pair.getFirst() : new MarkdownBlock(range, true, pair);
    }
}
