package io.jiangwen.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Markdown line by line and keeps the lines that say something: no headings, rules, fences or rows of dashes.
 * It is lenient where CommonMark is strict, for people number their steps as {@code 1、} and {@code （1）}.
 */
final class MarkdownLines {
    private static final Pattern LINE = Pattern.compile("[^\\n\\r\\u2028\\u2029]+");
    private static final Pattern QUOTE = Pattern.compile("[\\s\\p{Z}>]*+");
    private static final Pattern HEADING = Pattern.compile("#{1,6}(?:\\s.*)?");
    private static final Pattern UNDERLINE = Pattern.compile("={2,}|-{2,}");
    private static final Pattern FENCE = Pattern.compile("(`{3,}|~{3,})[^`]*");
    private static final Pattern MARKER =
            Pattern.compile("(?:[-*+](?=\\s)|[•●○▪◆■]|\\d{1,3}[.)](?=\\s)|\\d{1,2}[.．](?=[^\\d\\s.])"
                    + "|\\d{1,3}[、）)]|[（(]\\d{1,3}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、|\\[[ xX]\\](?=\\s))[\\s\\p{Z}]*");

    /** A shorter line that does not end its sentence was ended on purpose. */
    private static final int WRAPPED = 40;

    private final String text;
    private final List<MarkdownLine> lines = new ArrayList<>();
    private String fence = "";
    private boolean paragraphGoesOn;

    private MarkdownLines(String text) {
        this.text = text;
    }

    static List<MarkdownLine> of(String text) {
        MarkdownLines reading = new MarkdownLines(text);
        Matcher line = LINE.matcher(text);
        int end = 0;
        while (line.find()) {
            // "\n\n" and "\r\r" are an empty line, "\r\n" is not.
            if (line.start() - end > (text.startsWith("\r\n", end) ? 2 : 1)) reading.paragraphGoesOn = false;
            reading.read(line.start(), line.end());
            end = line.end();
        }
        return reading.lines;
    }

    private void read(int lineStart, int lineEnd) {
        int start = skip(QUOTE, lineStart, lineEnd);
        int end = Blanks.trimEnd(text, start, lineEnd);
        boolean goesOn = paragraphGoesOn;
        paragraphGoesOn = false;
        Matcher mark = FENCE.matcher(text).region(start, end);
        if (!fence.isEmpty()) {
            if (text.startsWith(fence, start) && mark.matches()) fence = "";
            else add(start, end, true);
        } else if (mark.matches()) {
            fence = mark.group(1);
        } else if (goesOn && matches(UNDERLINE, start, end)) {
            lines.removeLast();
        } else if (!matches(HEADING, start, end)) {
            content(start, end, goesOn && start == lineStart);
        }
    }

    private void content(int start, int end, boolean goesOn) {
        if (!Blanks.saysSomething(text, start, end)) return;
        if (text.charAt(start) == '|') {
            int last = text.charAt(end - 1) == '|' ? end - 1 : end;
            add(Blanks.trimStart(text, start + 1, last), Blanks.trimEnd(text, start + 1, last), true);
            return;
        }
        int said = start;
        for (int markers = 0; markers < 3; markers++) said = skip(MARKER, said, end);
        if (goesOn && said == start && wraps(lines.getLast().content(), start)) {
            said = lines.removeLast().content().start();
        }
        paragraphGoesOn = Blanks.saysSomething(text, said, end);
        add(said, end, false);
    }

    /** English is wrapped inside a sentence: a long line without an end, then a small letter. */
    private boolean wraps(TextRange before, int next) {
        char last = text.charAt(before.end() - 1);
        char first = text.charAt(next);
        return before.length() >= WRAPPED
                && first >= 'a'
                && first <= 'z'
                && ((last < 0x80 && Character.isLetterOrDigit(last)) || last == ',' || last == '-');
    }

    private void add(int start, int end, boolean whole) {
        int said = Blanks.trimStart(text, start, end);
        if (Blanks.saysSomething(text, said, end)) lines.add(new MarkdownLine(new TextRange(said, end), whole));
    }

    private boolean matches(Pattern pattern, int start, int end) {
        return pattern.matcher(text).region(start, end).matches();
    }

    private int skip(Pattern pattern, int start, int end) {
        Matcher matcher = pattern.matcher(text).region(start, end);
        return matcher.lookingAt() ? matcher.end() : start;
    }
}
