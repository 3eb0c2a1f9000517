package io.jiangwen.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a model's stream into lines with the passage numbers they name. Lines without a number, thoughts between
 * {@code <think>} tags and everything that looks like HTML are dropped.
 */
final class CitedLines {
    private static final Pattern NUMBER = Pattern.compile("[\\[【](\\d{1,3})[\\]】]");
    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^>]*>");
    private static final int LONGEST_LINE = 2_000;

    private final Consumer<Line> lines;
    private final StringBuilder pending = new StringBuilder();
    private boolean thinking;

    CitedLines(Consumer<Line> lines) {
        this.lines = lines;
    }

    /** A line as written by the model. */
    record Line(String text, List<Integer> numbers) {}

    void accept(String piece) {
        pending.append(piece);
        int end = pending.indexOf("\n");
        while (end >= 0) {
            line(pending.substring(0, end));
            pending.delete(0, end + 1);
            end = pending.indexOf("\n");
        }
    }

    void end() {
        line(pending.toString());
        pending.setLength(0);
    }

    private void line(String raw) {
        if (raw.contains("<think>")) thinking = true;
        boolean thought = thinking;
        if (raw.contains("</think>")) thinking = false;
        if (thought || raw.length() > LONGEST_LINE || MARKUP.matcher(raw).find()) return;
        List<Integer> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(raw);
        while (matcher.find()) numbers.add(Integer.parseInt(matcher.group(1)));
        String text = NUMBER.matcher(raw)
                .replaceAll("")
                .replaceFirst("^\\s*[-*•]\\s+", "")
                .strip();
        if (!numbers.isEmpty() && !text.isEmpty()) lines.accept(new Line(text, numbers));
    }
}
