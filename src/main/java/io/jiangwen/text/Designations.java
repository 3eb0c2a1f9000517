package io.jiangwen.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what engineers write with digits, so that {@code M10 × 1.5}, {@code 6205 - 2RS}, {@code GB / T 1804} and
 * {@code 58 HRC} have the same terms however they are typed.
 */
final class Designations {
    private static final String N = "\\d{1,20}(?:\\.\\d{1,20})?";
    /** A number, or a range or product of a few. */
    private static final String NUMBERS = N + "(?: ?(?:[-~x±]|至|到) ?" + N + "){0,3}";

    private static final String HARDNESS = "hrc|hra|hrb|hbw|hbs|hb|hv";
    private static final String FIT = "[a-z]{1,2}\\d{1,2}(?:/[a-z]{1,2}\\d{1,2})?";
    private static final Pattern ANY = Pattern.compile("(?<![a-z0-9'])(?:"
            + "(?<scale>" + HARDNESS + "|ra|rz) ?[≤≥<>=:≈]? ?(?<scaled>" + NUMBERS + ")(?: ?[μu]m)?(?![a-z0-9])"
            + "|(?<graded>" + NUMBERS + ") ?(?<grade>" + HARDNESS + ")(?![a-z0-9])"
            + "|(?<power>" + N + "x10-\\d{1,2}(?:/°[cf])?)(?![a-z0-9])"
            + "|(?<thread>(?:m|tr) ?" + N + "(?:x" + N + "){0,2}(?: ?- ?\\d[a-z](?:\\d[a-z]|/\\d[a-z])?)?)(?![a-z0-9.])"
            + "|(?<body>gb|jb|hg|yb|nb|qc|dl|tsg|iso|din|ansi|astm|asme|iec|jis|sae|aisi|en)(?<recommended> ?/ ?t|t(?= ?\\d))?"
            + " ?-? ?(?<number>[a-z]?\\d{1,20}(?:\\.\\d{1,9}){0,3}(?: ?[-:] ?\\d{1,9}[a-z]{0,3}|-[a-z]{1,3}){0,3})(?![a-z0-9])"
            + "|(?<material>(?:ht|qt|zg|zl|sus|pa|yg|yt|yw|er) ?-? ?\\d{1,6}[a-z]{0,6}|q ?\\d{3}[a-z]?)(?![a-z0-9])(?<more>(?:-[a-z0-9]{1,9}){0,3})"
            + "|[φø⌀] ?(?<diameter>" + NUMBERS + ")(?: ?mm(?![a-z0-9])| ?(?<fit>" + FIT + ")(?![a-z0-9])|(?![a-z]))"
            + "|(?<measured>" + NUMBERS + ") ?(?<unit>" + Units.LATIN + "|" + Units.HAN + ")"
            + "|(?<bearing>[a-z]{0,4}\\d{3,5}[a-z]{0,2}(?: ?- ?| )(?:2rs[1h]?|2rz|rs1?|rz|2z|zz)(?: ?[-/] ?c[2-5])?)(?![a-z0-9])"
            + "|(?<dashed>(?=[a-z]{0,20}\\d)[a-z0-9]{3,20} ?- ?(?!" + N + " ?" + Units.LATIN + ")"
            + "(?=[a-z]{1,20}\\d|\\d{1,20}[a-z])[a-z0-9]{2,20}|(?=[a-z]{1,6}\\d)[a-z0-9]{2,20} - \\d{3,6})(?![a-z0-9])"
            + "|(?<code>[a-z0-9]++(?:[-/._][a-z0-9]++){0,9}+))");

    private static final int MOST_PARTS = 4;
    private static final Pattern FULL_WIDTH_COMMA = Pattern.compile("，(?![０-９])");
    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\w.,])\\d{1,3}(?:,\\d{3}){1,6}(?![\\d,])");
    private static final Pattern NUMBER = Pattern.compile(N);
    private static final Pattern PAIR = Pattern.compile(N + "(?:[-/]" + N + ")?");

    private Designations() {}

    /** {@link Normalizer#fold}, with digits grouped in thousands joined and the commas of Chinese clauses kept apart. */
    static String fold(String text) {
        String folded = Normalizer.fold(FULL_WIDTH_COMMA.matcher(text).replaceAll("， "));
        return THOUSANDS.matcher(folded).replaceAll(grouped -> grouped.group().replace(",", ""));
    }

    /** What is designated in {@code folded}, in order, never overlapping. */
    static List<Designation> in(String folded) {
        List<Designation> designations = new ArrayList<>();
        Matcher matcher = ANY.matcher(folded);
        while (matcher.find()) {
            List<String> terms = terms(folded, matcher);
            if (!terms.isEmpty())
                designations.add(new Designation(new TextRange(matcher.start(), matcher.end()), terms));
        }
        return designations;
    }

    private static List<String> terms(String folded, Matcher found) {
        if (found.group("scale") != null)
            return numbers(Units.spelling(found.group("scale")), found.group("scaled"), "");
        if (found.group("grade") != null)
            return numbers(Units.spelling(found.group("grade")), found.group("graded"), "");
        if (found.group("diameter") != null) {
            List<String> terms = numbers("", found.group("diameter"), "mm");
            if (found.group("fit") != null) terms.add(found.group("fit"));
            return terms;
        }
        if (found.group("unit") != null) {
            String sign = isNegative(folded, found.start()) ? "-" : "";
            return numbers(sign, found.group("measured"), Units.spelling(found.group("unit")));
        }
        if (found.group("body") != null) {
            String recommended = found.group("recommended") == null ? "" : "/t";
            String number = found.group("number").replace(" ", "").replace(':', '-');
            return withLeadingParts(found.group("body") + recommended + number);
        }
        if (found.group("material") != null)
            return withLeadingParts(found.group("material").replaceAll("[ -]", "") + found.group("more"));
        if (found.group("bearing") != null)
            return withLeadingParts(found.group().replaceAll(" ?[-/ ] ?", "-"));
        if (found.group("power") != null) return List.of(found.group());
        if (found.group("code") != null) return code(found.group());
        return withLeadingParts(found.group().replace(" ", ""));
    }

    private static List<String> code(String code) {
        if (code.chars().noneMatch(c -> '0' <= c && c <= '9')) return List.of();
        return PAIR.matcher(code).matches() ? numbers("", code, "") : withLeadingParts(code);
    }

    /** The sign belongs to the first number only: what follows is the other end of a range. */
    private static List<String> numbers(String before, String numbers, String unit) {
        List<String> terms = new ArrayList<>();
        Matcher number = NUMBER.matcher(numbers);
        while (number.find()) {
            String sign = before.equals("-") && !terms.isEmpty() ? "" : before;
            terms.add(sign + plain(number.group()) + unit);
        }
        return terms;
    }

    /** 0.020 is 0.02, 05 is 5. */
    private static String plain(String number) {
        String plain = number.indexOf('.') < 0 ? number : number.replaceFirst("\\.?0+$", "");
        return plain.replaceFirst("^0+(?=\\d)", "");
    }

    /** The first few: {@code 6205-2rs} is a {@code 6205}, {@code m10x1.5-6h} an {@code m10x1.5} and an {@code m10}. */
    private static List<String> withLeadingParts(String code) {
        List<String> terms = new ArrayList<>(List.of(code));
        boolean digit = false;
        for (int at = 0; at < code.length() && terms.size() <= MOST_PARTS; at++) {
            char c = code.charAt(at);
            boolean ends = c == '-' || c == '/' || (c == 'x' && Character.isDigit(code.charAt(Math.max(at - 1, 0))));
            if (ends && digit && at > 1) terms.add(code.substring(0, at));
            digit |= Character.isDigit(c);
        }
        return terms;
    }

    /** A dash after a letter, digit or unit is a hyphen or the middle of a range; after a Han character it is a sign. */
    private static boolean isNegative(String folded, int start) {
        if (start == 0 || folded.charAt(start - 1) != '-') return false;
        if (start == 1) return true;
        char before = folded.charAt(start - 2);
        if (Character.UnicodeScript.of(before) == Character.UnicodeScript.HAN) return true;
        return !Character.isLetterOrDigit(before) && "°%)".indexOf(before) < 0;
    }
}
