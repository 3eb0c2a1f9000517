package io.jiangwen.answer;

import io.jiangwen.text.Language;
import io.jiangwen.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the models, grades, standards, acronyms and English names of a sentence stand in the passages. Pure. */
final class NameTest {
    /** A code has letters and digits, an acronym two capitals or more. */
    private static final Pattern CODE =
            Pattern.compile("(?=[A-Za-z]*\\d)(?=\\d*[A-Za-z])[A-Za-z0-9]+(?:[-./][A-Za-z0-9]+)*|\\b[A-Z]{2,}\\b");

    /** A number with its unit written together, and products such as 2RS, are read as measures. */
    private static final Pattern MEASURE = Pattern.compile(
            "\\d+(?:\\.\\d+)?[A-Za-zμ°]{1,4}(?:/[A-Za-z]{1,3}\\d?)?|[Mm]\\d|[A-Za-z]{1,3}/[a-z]{1,3}\\d");

    private static final Set<String> UNITS = Set.of(
            "MPA", "KPA", "HB", "RPM", "OK", "AI", "ID", "NOT", "AC", "DC", "KW", "KV", "HZ", "KHZ", "MHZ", "GHZ",
            "PH");
    private static final Pattern CAPITALISED = Pattern.compile("(?<=[a-z,;] )[A-Z][a-z]{2,}");

    private NameTest() {}

    static Optional<Flaw> flaw(Statement sentence, String evidence) {
        String folded = squeezed(evidence);
        String text = java.text.Normalizer.normalize(sentence.text(), java.text.Normalizer.Form.NFKC);
        Matcher codes = CODE.matcher(text);
        while (codes.find()) {
            String code = codes.group();
            if (MEASURE.matcher(code).matches() || UNITS.contains(code.toUpperCase(Locale.ROOT))) continue;
            if (!folded.contains(squeezed(code))) return Optional.of(Flaw.NAME);
        }
        if (sentence.language() == Language.EN && Language.of(evidence) == Language.EN) {
            Matcher names = CAPITALISED.matcher(text);
            while (names.find()) if (!folded.contains(squeezed(names.group()))) return Optional.of(Flaw.NAME);
        }
        return Optional.empty();
    }

    private static String squeezed(String text) {
        return Normalizer.fold(text).replaceAll("[\\s\\-]", "");
    }
}
