package io.jiangwen.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Words that say the contrary of each other: {@code citation/opposites.tsv}. */
public final class Opposites {
    private static final List<Pair> PAIRS = read();

    private Opposites() {}

    private record Pair(List<Pattern> one, List<Pattern> other) {}

    /**
     * In how many pairs of opposites the folded texts stand on different sides: one says rise where the other says
     * fall. A text that has both sides of a pair stands on neither.
     */
    public static int between(String text, String other) {
        int turned = 0;
        for (Pair pair : PAIRS) {
            if (isTurned(pair.one(), pair.other(), text, other) || isTurned(pair.other(), pair.one(), text, other))
                turned++;
        }
        return turned;
    }

    private static boolean isTurned(List<Pattern> side, List<Pattern> contrary, String text, String other) {
        return count(side, text) > count(side, other) && count(contrary, other) > count(contrary, text);
    }

    private static long count(List<Pattern> side, String text) {
        return side.stream()
                .mapToLong(word -> word.matcher(text).results().count())
                .sum();
    }

    private static Pair pair(String line) {
        String[] sides = line.split("\t", -1);
        return new Pair(side(sides[0]), side(sides[1]));
    }

    private static List<Pattern> side(String words) {
        return Arrays.stream(words.split("\\|", -1)).map(Opposites::pattern).toList();
    }

    private static Pattern pattern(String word) {
        boolean latin = word.charAt(0) < 0x250;
        return Pattern.compile(latin ? "\\b" + word + "(?:e?s|e?d|ing)?\\b" : Pattern.quote(word));
    }

    private static List<Pair> read() {
        List<Pair> pairs = new ArrayList<>();
        try (InputStream file = Opposites.class.getResourceAsStream("/citation/opposites.tsv");
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file, "opposites.tsv"), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine())
                if (!line.startsWith("#") && !line.isBlank()) pairs.add(pair(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(pairs);
    }
}
