package io.jiangwen.text;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a text measures: its quantities that have a unit or stand on a scale of hardness or roughness, and the stretches of
 * time in days and longer, which {@link Quantities} reads as bare numbers.
 */
public final class Measurements {
    /** A grade such as 12.9级 or 安全等级 is none. */
    private static final Pattern MEASURED = Pattern.compile(
            "-?\\d+(?:\\.\\d+)?(?:" + Units.LATIN + "|" + Units.HAN + ")(?<!级)|(?:h[rbv][abc]?|ra|rz)\\d+(?:\\.\\d+)?");

    private static final Pattern CALENDAR = Pattern.compile(
            "(?<![\\d.])\\d{1,3}(?: ?[-~] ?\\d{1,3})?" + " ?(?:天|周|年|个月|个?工作日|(?:days?|weeks?|months?|years?)\\b)");

    private Measurements() {}

    /** Each measured value once, a range as its first value, in the normal form of {@link Quantities}. */
    public static Set<String> in(String text) {
        String folded = Designations.fold(text);
        Stream<String> measured = Designations.in(folded).stream()
                .map(designation -> designation.terms().getFirst())
                .filter(term -> MEASURED.matcher(term).matches());
        Stream<String> lasting =
                CALENDAR.matcher(folded).results().map(found -> found.group().replace(" ", ""));
        return Stream.concat(measured, lasting).collect(Collectors.toUnmodifiableSet());
    }
}
