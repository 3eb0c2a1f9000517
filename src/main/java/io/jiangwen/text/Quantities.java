package io.jiangwen.text;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the numbers of a text with their units, so that a sentence can be checked against its source. */
public final class Quantities {
    private static final Pattern VALUE = Pattern.compile("(-?\\d+(?:\\.\\d+)?)(.*)", Pattern.DOTALL);

    private Quantities() {}

    /**
     * The quantities and model numbers of {@code text} in normal form: {@code 0.02mm}, {@code 800r/min}, {@code 20°c},
     * {@code hrc58}, {@code m10x1.5} with its leading part {@code m10}. A range gives both ends, a number without a
     * unit stands alone.
     */
    public static Set<String> in(String text) {
        Set<String> quantities = new LinkedHashSet<>();
        for (Designation designation : Designations.in(Designations.fold(text))) quantities.addAll(designation.terms());
        return quantities;
    }

    /**
     * The quantities of {@code sentence} that {@code source} does not bear out. A number whose unit only one of the
     * two states is borne out, for tables put the unit into the head; a number with another unit is not.
     */
    public static Set<String> missing(String sentence, String source) {
        Set<String> known = in(source);
        Set<String> values = new LinkedHashSet<>();
        for (String quantity : known) values.add(valueOf(quantity));
        Set<String> missing = in(sentence);
        missing.removeIf(quantity -> known.contains(quantity)
                || known.contains(valueOf(quantity))
                || (valueOf(quantity).equals(quantity) && values.contains(quantity)));
        return missing;
    }

    private static String valueOf(String quantity) {
        Matcher matcher = VALUE.matcher(quantity);
        return matcher.matches() ? matcher.group(1) : quantity;
    }
}
