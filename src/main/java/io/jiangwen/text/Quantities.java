package io.jiangwen.text;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the numbers of a text with their units, so that two texts can be checked to agree on them. */
public final class Quantities {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private Quantities() {}

    /** The quantities of {@code text}, normalised. */
    public static Set<String> in(String text) {
        Set<String> quantities = new LinkedHashSet<>();
        Matcher matcher = NUMBER.matcher(Normalizer.fold(text));
        while (matcher.find()) quantities.add(matcher.group());
        return Set.copyOf(quantities);
    }
}
