package io.jiangwen.text;

/** Tells what is visible in a stretch of text; no-break and ideographic spaces are blank here. */
final class Blanks {
    private Blanks() {}

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    static int trimStart(String text, int start, int end) {
        int at = start;
        while (at < end && isBlank(text.charAt(at))) at++;
        return at;
    }

    static int trimEnd(String text, int start, int end) {
        int at = end;
        while (at > start && isBlank(text.charAt(at - 1))) at--;
        return at;
    }

    /** Whether there is a letter or a digit: marks alone are no sentence. */
    static boolean saysSomething(String text, int start, int end) {
        for (int at = start; at < end; ) {
            int c = text.codePointAt(at);
            if (Character.isLetterOrDigit(c)) return true;
            at += Character.charCount(c);
        }
        return false;
    }
}
