package io.jiangwen.text;

import java.util.Arrays;

/** Which bracket or quotation mark closes which within one line; one that nothing closes is an ordinary character. */
final class Brackets {
    private static final String OPENERS = "（(「『“《〈【［[";
    private static final String CLOSERS = "）)」』”》〉】］]";

    /** What lies further apart was hardly meant as a pair. */
    private static final int FURTHEST = 400;

    private final int from;
    private final int[] closers;

    Brackets(String text, int from, int to) {
        this.from = from;
        this.closers = new int[to - from];
        // One stack of open brackets per kind: its top, and below each bracket the one that was open before it.
        int[] top = new int[OPENERS.length()];
        Arrays.fill(top, -1);
        int[] below = new int[to - from];
        for (int at = from; at < to; at++) {
            int opened = OPENERS.indexOf(text.charAt(at));
            if (opened >= 0) {
                below[at - from] = top[opened];
                top[opened] = at;
            }
            int closed = CLOSERS.indexOf(text.charAt(at));
            if (closed >= 0 && top[closed] >= 0) {
                int start = top[closed];
                top[closed] = below[start - from];
                if (at - start <= FURTHEST) closers[start - from] = at;
            }
        }
    }

    /** Where the bracket that opens at {@code at} closes; 0 if none does. */
    int closerOf(int at) {
        return closers[at - from];
    }

    static boolean isQuotationMark(char c) {
        return c == '“' || c == '「' || c == '『';
    }

    static boolean isCloser(char c) {
        return CLOSERS.indexOf(c) >= 0 || c == '’' || c == '"' || c == '\'';
    }
}
