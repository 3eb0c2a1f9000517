package io.jiangwen.knowledge;

import java.util.TreeMap;
import java.util.regex.Pattern;

/** The headings above the place that is being read. */
final class HeadingPath {
    private static final Pattern MARKS = Pattern.compile("^\\s*#{1,6}(?=\\s|$)|\\s#+\\s*$|\\R[ \\t]*(?:=+|-+)[ \\t]*$");
    private static final Pattern EMPHASIS = Pattern.compile("[*`]+|(?<!\\w)_+|_+(?!\\w)");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\[]*)\\]\\([^)(]*\\)");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final TreeMap<Integer, String> byLevel = new TreeMap<>();

    /** Goes under a heading, given as it stands in the Markdown. */
    void enter(int level, String source) {
        String title = MARKS.matcher(source).replaceAll("");
        title = EMPHASIS.matcher(LINK.matcher(title).replaceAll("$1")).replaceAll("");
        title = BLANKS.matcher(title).replaceAll(" ").strip();
        byLevel.tailMap(level, true).clear();
        if (!title.isEmpty()) byLevel.put(level, title);
    }

    /** Joined by {@code " > "}, outermost first. */
    @Override
    public String toString() {
        return String.join(" > ", byLevel.values());
    }
}
