package io.jiangwen.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The units that are converted into each other: {@code citation/units.tsv}. */
final class MeasureUnits {
    private static final Map<String, Unit> UNITS = read();

    /** One unit: longest spellings first; Latin ones end where no letter follows. */
    static final String ONE = UNITS.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(MeasureUnits::bounded)
            .collect(Collectors.joining("|", "(?:", ")"));

    /** A unit or a quotient such as {@code l/min}, {@code r/min}, {@code 转每分钟}. */
    static final String PATTERN =
            ONE + "(?: ?(?:/|每| per | a (?=day|minute|second|hour|week|month|year)) ?" + ONE + ")?";

    private static final Pattern QUOTIENT = Pattern.compile(" ?(?:/|每| per | a (?=[dmshwy])) ?");

    private MeasureUnits() {}

    /** @param factor what one of it is in the base unit of the dimension */
    record Unit(String dimension, double factor) {}

    static Unit of(String spelling) {
        String[] parts = QUOTIENT.split(spelling, 2);
        Unit upper = one(parts[0]);
        if (parts.length == 1) return upper;
        Unit lower = one(parts[1]);
        return new Unit(upper.dimension() + "/" + lower.dimension(), upper.factor() / lower.factor());
    }

    private static Unit one(String spelling) {
        return Objects.requireNonNull(UNITS.get(spelling.strip()), spelling);
    }

    private static String bounded(String spelling) {
        boolean latin = Character.isLetter(spelling.charAt(spelling.length() - 1))
                && spelling.charAt(spelling.length() - 1) < 0x400;
        return Pattern.quote(spelling) + (latin ? "(?![a-zμ0-9])" : "");
    }

    private static Map<String, Unit> read() {
        Map<String, Unit> units = new HashMap<>();
        try (InputStream file = MeasureUnits.class.getResourceAsStream("/citation/units.tsv");
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file, "units.tsv"), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("#") || line.isBlank()) continue;
                String[] cells = line.split("\t", -1);
                Unit unit = new Unit(cells[1], Double.parseDouble(cells[2]));
                for (String spelling : cells[0].split("\\|", -1)) units.put(Normalizer.fold(spelling), unit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(units);
    }
}
