package io.jiangwen.text;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts numbers that folded text writes as words into digits: 三到五天, 八成, half an hour, six times. */
final class NumberWords {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String HAN = "[零一二两三四五六七八九十百千]+(?:点[零一二三四五六七八九]+)?";
    private static final String RANGE = "(?: ?(?:到|至|~|-) ?" + HAN + ")?";
    private static final String COUNTED = MeasureUnits.PATTERN;

    private static final Pattern RATIO = Pattern.compile("百分之(" + HAN + "|\\d+(?:\\.\\d+)?)");
    private static final Pattern HALF = Pattern.compile(
            "(?<![一-龥])半(?:个)?(?=小时|钟头|天|月|年|公斤|米|吨)|(?<=[经过跑行约等每保温])半(?:个)?(?=小时|钟头|天|月|年)|\\bhalf an? (?=hour|day|minute|second|year|month)");
    private static final Pattern COUNT = Pattern.compile(
            "(?<!第|[一-龥]之|\\d|\\d )(?!千[米克瓦伏帕牛焦安分斤])(" + HAN + ")(" + RANGE + ")(?=[万亿]? ?" + COUNTED + "|[万亿])");
    private static final Pattern SECOND = Pattern.compile(HAN);
    private static final Pattern MANY =
            Pattern.compile("(\\d+(?:\\.\\d+)?) ?([万亿]|million\\b|billion\\b|thousand\\b|hundred\\b)");
    private static final Map<String, Double> MULTIPLES =
            Map.of("万", 1e4, "亿", 1e8, "million", 1e6, "billion", 1e9, "thousand", 1e3, "hundred", 1e2);

    private static final List<String> ENGLISH = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");
    private static final Pattern WORD =
            Pattern.compile("\\b(" + String.join("|", ENGLISH) + "|thirty|forty|fifty|sixty)\\b");
    private static final Map<String, String> TENS = Map.of("thirty", "30", "forty", "40", "fifty", "50", "sixty", "60");
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final Pattern MONTH = Pattern.compile(
            "(?<=\\d (?:of )?)(" + String.join("|", MONTHS) + ")\\b|\\b(" + String.join("|", MONTHS) + ")(?= \\d)");

    private static final Pattern ORDINAL = Pattern.compile("(?<=\\d)(?:st|nd|rd|th)\\b");

    private NumberWords() {}

    static String digits(String folded) {
        String text = RATIO.matcher(folded).replaceAll(found -> number(found.group(1)) + "%");
        text = HALF.matcher(text).replaceAll("0.5");
        text = COUNT.matcher(text).replaceAll(found -> count(found));
        text = WORD.matcher(text).replaceAll(found -> english(found.group(1)));
        text = ORDINAL.matcher(text).replaceAll("");
        text = MONTH.matcher(text).replaceAll(NumberWords::month);
        return MANY.matcher(text)
                .replaceAll(found -> Measures.plain(
                        Double.parseDouble(found.group(1)) * MULTIPLES.getOrDefault(found.group(2), 1.0)));
    }

    /** One of a thing says nothing about a number. */
    private static String count(MatchResult found) {
        if (found.group(1).equals("一") && found.group(2).isEmpty()) return Matcher.quoteReplacement(found.group());
        return number(found.group(1)) + SECOND.matcher(found.group(2)).replaceAll(end -> number(end.group()));
    }

    private static String english(String word) {
        if (word.equals("one")) return "one";
        String tens = TENS.get(word);
        return tens == null ? Integer.toString(ENGLISH.indexOf(word)) : tens;
    }

    private static String month(MatchResult found) {
        String name = found.group(1) == null ? found.group(2) : found.group(1);
        return (MONTHS.indexOf(name) + 1) + "月";
    }

    /** 十五 is 15, 两百零三 is 203, 二点五 is 2.5; digits stay. */
    private static String number(String han) {
        if (!han.isEmpty() && Character.isDigit(han.charAt(0))) return han;
        int point = han.indexOf('点');
        String whole = point < 0 ? han : han.substring(0, point);
        StringBuilder decimals = new StringBuilder();
        for (char c : han.substring(point < 0 ? han.length() : point + 1).toCharArray())
            decimals.append(DIGITS.indexOf(c));
        return whole(whole) + (decimals.isEmpty() ? "" : "." + decimals);
    }

    private static long whole(String han) {
        if (han.length() > 1 && han.chars().noneMatch(c -> "十百千".indexOf(c) >= 0)) return year(han);
        long sum = 0;
        long digit = 0;
        for (int i = 0; i < han.length(); i++) {
            char c = han.charAt(i);
            int power = "十百千".indexOf(c);
            if (power < 0) {
                digit = c == '两' ? 2 : DIGITS.indexOf(c);
            } else {
                sum += (digit == 0 ? 1 : digit) * (power == 0 ? 10 : power == 1 ? 100 : 1000);
                digit = 0;
            }
        }
        return sum + digit;
    }

    /** 二零零一, digit by digit. */
    private static long year(String han) {
        long value = 0;
        for (char c : han.toCharArray()) value = value * 10 + (c == '两' ? 2 : DIGITS.indexOf(c));
        return value;
    }
}
