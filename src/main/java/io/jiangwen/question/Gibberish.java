package io.jiangwen.question;

import java.util.List;
import java.util.regex.Pattern;

/** Lines nobody can mean: punctuation, emoji, a lone letter, keys struck at random. Pure. */
final class Gibberish {
    private static final int FEWEST_SIGNS = 2;
    private static final int LONG_RUN = 4;

    /** Whoever goes on longer than this means something, or repeats himself. */
    private static final int LONGEST = 60;

    private static final List<String> ROWS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890");
    private static final Pattern REPEATED = Pattern.compile("(.{1,4}?)\\1{2,}|(.{2,6}?)\\2+");
    private static final Pattern NO_VOWEL = Pattern.compile("[b-df-hj-np-tv-xz]{5,}");
    private static final Pattern MANY_CONSONANTS = Pattern.compile(".*[b-df-hj-np-tv-xz]{6,}.*");
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Pattern LATIN_WORD = Pattern.compile("[a-z]+");

    /** What input methods make of keys struck at random. */
    private static final String STRUCK = "(?:阿斯顿|阿斯蒂芬|阿萨德|撒旦|撒打算|发斯蒂芬|发送到|法师打发|啊实打实|爱的色放|豆腐干)";

    private static final Pattern STRUCK_HAN = Pattern.compile(STRUCK + "{2,}|(?:" + STRUCK + "|[发的啊大是萨撒达法嘎哈]){4,}");

    private Gibberish() {}

    /** @param line folded, in simplified characters */
    static boolean is(String line) {
        String signs = line.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (signs.codePointCount(0, signs.length()) < FEWEST_SIGNS) return true;
        if (signs.length() > LONG_RUN && signs.chars().allMatch(Character::isDigit)) return true;
        if (signs.length() >= LONG_RUN && REPEATED.matcher(signs).matches()) return true;
        if (signs.length() <= LONGEST && STRUCK_HAN.matcher(signs).matches()) return true;
        return signs.chars().allMatch(c -> c < 0x250) && isStruck(line);
    }

    /** Whether every word of two letters or more was struck at random; a digit in it makes a word a designation. */
    private static boolean isStruck(String line) {
        List<String> words =
                NO_WORD.splitAsStream(line).filter(word -> word.length() > 1).toList();
        return !words.isEmpty() && words.stream().allMatch(Gibberish::isStruckWord);
    }

    private static boolean isStruckWord(String word) {
        if (!LATIN_WORD.matcher(word).matches()) return isAlongARow(word);
        return isAlongARow(word)
                || NO_VOWEL.matcher(word).matches()
                || MANY_CONSONANTS.matcher(word).matches()
                || (word.length() >= LONG_RUN && REPEATED.matcher(word).matches());
    }

    /** Neighbouring keys one after another, such as {@code asdf} or {@code qwerasdf}. */
    private static boolean isAlongARow(String word) {
        int run = 1;
        int inRuns = 0;
        for (int at = 1; at <= word.length(); at++) {
            if (at < word.length() && areNeighbours(word.charAt(at - 1), word.charAt(at))) {
                run++;
            } else {
                if (run >= 3) inRuns += run;
                run = 1;
            }
        }
        return inRuns * 5 >= word.length() * 4;
    }

    private static boolean areNeighbours(char one, char other) {
        return ROWS.stream()
                .anyMatch(row -> row.indexOf(one) >= 0
                        && row.indexOf(other) >= 0
                        && Math.abs(row.indexOf(one) - row.indexOf(other)) == 1);
    }
}
