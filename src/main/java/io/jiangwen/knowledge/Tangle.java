package io.jiangwen.knowledge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown that nobody writes and that costs a parser time or memory out of proportion: deep nesting, for each line
 * is then kept at each level, and very wide tables, for each short row is filled up to the width of the first.
 */
final class Tangle {
    private static final String MARKER = "(?:>|(?:[-*+]|\\d{1,9}[.)])[ \\t])";
    private static final Pattern DEEP = Pattern.compile("(?m)^(?:[ \\t]{0,8}" + MARKER + "){12}|^[ \\t]{32,}" + MARKER);
    private static final Pattern LINE = Pattern.compile("[^\\n\\r]+");
    private static final long MOST_CELLS = 1_000_000;

    private Tangle() {}

    static boolean isIn(String markdown) {
        return DEEP.matcher(markdown).find() || cells(markdown) > MOST_CELLS;
    }

    private static long cells(String markdown) {
        long lines = 0;
        long widest = 0;
        Matcher line = LINE.matcher(markdown);
        while (line.find()) {
            long width = 0;
            for (int at = line.start(); at < line.end(); at++) if (markdown.charAt(at) == '|') width++;
            lines++;
            widest = Math.max(widest, width);
        }
        return lines * widest;
    }
}
