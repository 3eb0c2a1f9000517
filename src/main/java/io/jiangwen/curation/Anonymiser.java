package io.jiangwen.curation;

import io.jiangwen.curation.Anonymised.Kind;
import io.jiangwen.curation.Anonymised.Mask;
import io.jiangwen.text.Language;
import io.jiangwen.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Replaces people, companies and their numbers by placeholders, by rule: the same text always becomes the same text.
 * Where rules overlap the longest stretch is hidden, whole.
 */
public final class Anonymiser {
    private final boolean chinese;
    private final List<String> people;
    private final List<String> companies;

    /**
     * @param language of the placeholders
     * @param people names and contacts to hide wherever they stand; single characters are ignored
     * @param companies full names of those to hide; their short forms are hidden too
     */
    public Anonymiser(Language language, List<String> people, List<String> companies) {
        this.chinese = language == Language.ZH;
        this.people = people.stream()
                .map(String::strip)
                .filter(name -> name.length() > 1)
                .toList();
        this.companies = companies.stream()
                .map(String::strip)
                .filter(name -> name.length() > 1)
                .flatMap(name -> CompanyNames.formsOf(name).stream())
                .toList();
    }

    public Anonymised anonymise(String text) {
        List<Mask> candidates = new ArrayList<>(IdentifierRules.in(text));
        candidates.addAll(CompanyNames.in(text));
        people.forEach(name -> candidates.addAll(literal(text, name, Kind.PERSON)));
        companies.forEach(name -> candidates.addAll(literal(text, name, Kind.COMPANY)));
        candidates.sort(Comparator.comparingInt((Mask mask) -> mask.range().start())
                .thenComparing(mask -> -mask.range().length()));
        StringBuilder hidden = new StringBuilder();
        List<Mask> masked = new ArrayList<>();
        int at = 0;
        for (Mask mask : merged(candidates)) {
            hidden.append(text, at, mask.range().start()).append(mask.kind().placeholder(chinese));
            masked.add(mask);
            at = mask.range().end();
        }
        return new Anonymised(hidden.append(text, at, text.length()).toString(), masked);
    }

    /** Overlapping stretches become one, named after the longest of them. */
    private static List<Mask> merged(List<Mask> sorted) {
        List<Mask> merged = new ArrayList<>();
        for (Mask mask : sorted) {
            Mask last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || last.range().end() <= mask.range().start()) {
                merged.add(mask);
            } else if (mask.range().end() > last.range().end()) {
                Kind kind = mask.range().length() > last.range().length() ? mask.kind() : last.kind();
                TextRange both =
                        new TextRange(last.range().start(), mask.range().end());
                merged.set(merged.size() - 1, new Mask(both, kind));
            }
        }
        return merged;
    }

    /** Latin names only as whole words: Li is not in lining. */
    private static List<Mask> literal(String text, String name, Kind kind) {
        String word = Pattern.quote(name);
        if (isLatin(name.charAt(0))) word = "(?<![A-Za-z0-9])" + word;
        if (isLatin(name.charAt(name.length() - 1))) word = word + "(?![A-Za-z0-9])";
        return Pattern.compile(word, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .results()
                .map(match -> new Mask(new TextRange(match.start(), match.end()), kind))
                .toList();
    }

    private static boolean isLatin(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }
}
