package io.jiangwen.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a model's stream into sentences with the passage numbers they name: lines that end with {@code [n]}, or the
 * sentences of a JSON object, whichever the model writes. What names no number and everything that looks like HTML is
 * dropped.
 */
final class CitedLines {
    private static final Pattern NUMBER = Pattern.compile("[\\[【](\\d{1,3})[\\]】]");
    private static final Pattern MARKUP = Pattern.compile(
            "</?[a-zA-Z!][^>]*>?|&(?:#x?[0-9a-fA-F]+|lt|gt);|javascript:|\\]\\([^)]*\\)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_LINE = 2_000;

    private final Consumer<Line> lines;
    private final StringBuilder pending = new StringBuilder();
    private final CitedJson json = new CitedJson(this::structured);
    private boolean started;
    private boolean isJson;

    CitedLines(Consumer<Line> lines) {
        this.lines = lines;
    }

    /** A line as written by the model. */
    record Line(String text, List<Integer> numbers) {
        Line {
            numbers = List.copyOf(numbers);
        }
    }

    void accept(String piece) {
        if (!started && !piece.isBlank()) {
            started = true;
            isJson = piece.strip().startsWith("{");
        }
        if (isJson) {
            json.accept(piece);
            return;
        }
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

    private void structured(Line sentence) {
        StringBuilder marks = new StringBuilder();
        for (int number : sentence.numbers()) marks.append('[').append(number).append(']');
        for (String part : sentence.text().split("\\R", -1)) line(part + marks);
    }

    private void line(String raw) {
        if (raw.length() > LONGEST_LINE || MARKUP.matcher(raw).find()) return;
        List<Integer> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(raw);
        while (matcher.find()) {
            int number = Integer.parseInt(matcher.group(1));
            if (!numbers.contains(number)) numbers.add(number);
        }
        String text = NUMBER.matcher(raw)
                .replaceAll("")
                .replaceFirst("^\\s*(?:[-*•]|#{1,6})\\s+", "")
                .replace("**", "")
                .strip();
        if (!numbers.isEmpty() && !text.isEmpty()) lines.accept(new Line(text, numbers));
    }
}
