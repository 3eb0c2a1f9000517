package io.jiangwen.text;

/** A half-open range of UTF-16 offsets, as {@link String#substring(int, int)} takes them. */
public record TextRange(int start, int end) {
    public TextRange {
        if (start < 0 || end < start) throw new IllegalArgumentException("not a range: " + start + ".." + end);
    }

    public int length() {
        return end - start;
    }

    /** The stretch of {@code text} this range covers. */
    public String of(String text) {
        return text.substring(start, end);
    }

    /** The same stretch, seen from a text that begins {@code offset} earlier. */
    public TextRange shift(int offset) {
        return new TextRange(start + offset, end + offset);
    }
}
