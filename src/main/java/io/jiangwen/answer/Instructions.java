package io.jiangwen.answer;

import io.jiangwen.text.Normalizer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells lines of a passage that address a model: {@code citation/instructions.txt}. They are no knowledge. */
final class Instructions {
    private static final List<Pattern> PATTERNS = read();

    private Instructions() {}

    static boolean isIn(String line) {
        String folded = Normalizer.fold(line);
        return PATTERNS.stream().anyMatch(pattern -> pattern.matcher(folded).find());
    }

    /** The passage without the lines that address a model. */
    static String without(String passage) {
        return passage.lines().filter(line -> !isIn(line)).collect(Collectors.joining("\n"));
    }

    private static List<Pattern> read() {
        try (InputStream file = Instructions.class.getResourceAsStream("/citation/instructions.txt");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(Pattern::compile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
