package io.jiangwen.knowledge;

import io.jiangwen.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A term of the trade and what else it is called.
 *
 * @param slips how people mistype it, such as {@code 震纹} for {@code 振纹}
 * @param unit for a term that measures, what one of it is: {@code 0.01 mm} for {@code 丝}; for one that is a size or
 *     grade, what that is: {@code Ra 1.6 μm}
 */
public record GlossaryTerm(
        String term,
        List<String> synonyms,
        List<String> english,
        List<String> slips,
        @Nullable String unit) {
    public static final int LONGEST = 60;

    private static final int MOST = 30;
    private static final Pattern UNIT = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?) ?([^\\s\\d|;][^\\s|;]{0,11})");

    /** @throws Problem.Invalid {@code invalid-glossary-term} saying which part is wrong */
    public GlossaryTerm {
        term = word("term", term);
        synonyms = words("synonyms", synonyms);
        english = words("english", english);
        slips = words("slips", slips);
        unit = unit == null || unit.isBlank() ? null : word("unit", unit);
    }

    /**
     * What one of a measuring term is.
     *
     * @param factor greater than 0
     */
    public record Measure(double factor, String unit) {}

    /** Empty for a term that does not measure. */
    public Optional<Measure> measure() {
        if (unit == null) return Optional.empty();
        Matcher matcher = UNIT.matcher(unit);
        if (!matcher.matches() || Double.parseDouble(matcher.group(1)) == 0) return Optional.empty();
        return Optional.of(new Measure(Double.parseDouble(matcher.group(1)), matcher.group(2)));
    }

    /** The size or grade that the term stands for; empty for one that measures or has none. */
    public Optional<String> size() {
        return unit == null || measure().isPresent() ? Optional.empty() : Optional.of(unit);
    }

    /** The term and its synonyms: what texts may say. */
    public List<String> names() {
        return Stream.concat(Stream.of(term), synonyms.stream()).distinct().toList();
    }

    private static List<String> words(String name, @Nullable List<String> words) {
        List<String> given = words == null ? List.of() : words;
        if (given.size() > MOST) throw invalid(name + " has more than " + MOST + " words");
        return given.stream().map(word -> word(name, word)).distinct().toList();
    }

    private static String word(String name, @Nullable String word) {
        String plain = word == null ? "" : word.strip();
        if (plain.isEmpty()) throw invalid(name + " has an empty word");
        if (plain.length() > LONGEST) throw invalid(name + " has a word of more than " + LONGEST + " characters");
        if (plain.chars().anyMatch(c -> Character.isISOControl(c) || c == '|'))
            throw invalid(name + " has a character that no term has");
        return plain;
    }

    private static Problem invalid(String reason) {
        return new Problem.Invalid("invalid-glossary-term", "Not a term of the glossary: " + reason + ".");
    }
}
