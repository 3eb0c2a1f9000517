package io.jiangwen.question;

import java.util.Collection;
import java.util.Set;

/** Words and phrases that a line may be made of. Pure; takes time in proportion to the line, whatever it says. */
final class Phrases {
    private final Set<String> phrases;
    private final int longest;

    Phrases(Collection<String> phrases) {
        this.phrases = Set.copyOf(phrases);
        this.longest = phrases.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Whether phrases, put one after another, give the whole line; punctuation and blanks between them do not matter. */
    boolean cover(String line) {
        return rest(line).isEmpty();
    }

    /**
     * What no phrase covers: the letters and digits that the fullest covering leaves, in their order. A Latin phrase
     * covers whole words only.
     */
    String rest(String line) {
        int[] left = new int[line.length() + 1];
        int[] step = new int[line.length() + 1];
        for (int at = line.length() - 1; at >= 0; at--) {
            step[at] = 1;
            left[at] = left[at + 1] + (Character.isLetterOrDigit(line.charAt(at)) ? 1 : 0);
            for (int length = 1; length <= longest && at + length <= line.length(); length++) {
                if (left[at + length] < left[at] && isPhrase(line, at, at + length)) {
                    left[at] = left[at + length];
                    step[at] = length;
                }
            }
        }
        return uncovered(line, left, step);
    }

    private static String uncovered(String line, int[] left, int[] step) {
        StringBuilder rest = new StringBuilder();
        for (int at = 0; at < line.length(); at += step[at]) {
            if (left[at] > left[at + step[at]]) rest.append(line.charAt(at));
        }
        return rest.toString();
    }

    private boolean isPhrase(String line, int from, int to) {
        return !isInsideWord(line, from) && !isInsideWord(line, to) && phrases.contains(line.substring(from, to));
    }

    private static boolean isInsideWord(String line, int at) {
        return at > 0 && at < line.length() && isLatin(line.charAt(at - 1)) && isLatin(line.charAt(at));
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }
}
