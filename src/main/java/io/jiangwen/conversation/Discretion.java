package io.jiangwen.conversation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes the names by which an asker is known out of his words. */
final class Discretion {
    private static final String TAKEN_OUT = "〔…〕";

    private final List<String> names;

    /** @param names the longest is taken out first; null and blank ones are none */
    Discretion(@Nullable String... names) {
        this.names = Arrays.stream(names)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    String apply(String words) {
        String left = words;
        for (String name : names) left = left.replace(name, TAKEN_OUT);
        return left;
    }
}
