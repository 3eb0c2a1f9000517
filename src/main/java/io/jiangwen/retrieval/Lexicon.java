package io.jiangwen.retrieval;

import io.jiangwen.knowledge.Glossary;
import io.jiangwen.knowledge.GlossaryTerm;
import io.jiangwen.text.Lexeme;
import io.jiangwen.text.LexicalAnalyzer;
import io.jiangwen.text.Normalizer;
import io.jiangwen.text.Simplified;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A glossary made ready for questions: finds its terms in them and gives the other ways to put each. Pure. */
final class Lexicon {
    /** A shorter name would be found inside other words; 丝 and 道 count after a number only. */
    private static final int SHORTEST = 2;

    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();
    private final Map<String, Set<GlossaryTerm>> byName = new HashMap<>();
    private final Map<String, Set<String>> chinese = new HashMap<>();
    private final Map<String, Set<String>> english = new HashMap<>();
    private final List<GlossaryTerm> measures = new ArrayList<>();
    private int longest;

    Lexicon(Glossary glossary) {
        for (GlossaryTerm term : glossary.terms()) {
            Stream.of(term.names(), term.english(), term.slips())
                    .flatMap(List::stream)
                    .forEach(name -> name(name, term));
            for (String name : term.english())
                chinese.computeIfAbsent(String.join(" ", words(name)), key -> new LinkedHashSet<>())
                        .addAll(term.names());
            for (String name :
                    Stream.concat(term.names().stream(), term.slips().stream()).toList())
                english.computeIfAbsent(folded(name), key -> new LinkedHashSet<>())
                        .addAll(term.english());
            if (term.measure().isPresent()) measures.add(term);
        }
    }

    private void name(String name, GlossaryTerm term) {
        String folded = folded(name);
        if (folded.length() < SHORTEST) return;
        byName.computeIfAbsent(folded, key -> new LinkedHashSet<>()).add(term);
        longest = Math.max(longest, folded.length());
    }

    /** Chinese names for an English one, by its stems joined with a blank. */
    List<String> toChinese(String stems) {
        return List.copyOf(chinese.getOrDefault(stems, Set.of()));
    }

    /** English names for a Chinese one. */
    List<String> toEnglish(String name) {
        return List.copyOf(english.getOrDefault(name, Set.of()));
    }

    /** What a question asks for: its lexemes, those of a glossary term together with the other ways to put it. */
    List<AskedTerm> read(String question) {
        String folded = folded(question);
        Set<String> lexemes = new LinkedHashSet<>(lexemes(question));
        List<AskedTerm> asked = new ArrayList<>();
        for (int at = 0; at < folded.length(); ) {
            String name = nameAt(folded, at);
            if (name.isEmpty()) {
                at++;
            } else {
                Set<List<String>> wordings = new LinkedHashSet<>();
                for (GlossaryTerm term : byName.getOrDefault(name, Set.of()))
                    Stream.of(term.names(), term.english(), term.size().stream().toList())
                            .flatMap(List::stream)
                            .forEach(other -> wordings.add(lexemes(other)));
                group(lexemes(name), wordings, lexemes, asked);
                at += name.length();
            }
        }
        for (GlossaryTerm measure : measures) measured(measure, folded, lexemes, asked);
        lexemes.forEach(lexeme -> asked.add(AskedTerm.of(lexeme)));
        return asked;
    }

    /** The longest name that begins here; a Latin one only where a word begins and ends. */
    private String nameAt(String folded, int at) {
        for (int length = Math.min(longest, folded.length() - at); length >= SHORTEST; length--) {
            String name = folded.substring(at, at + length);
            if (byName.containsKey(name) && !isInsideWord(folded, at) && !isInsideWord(folded, at + length))
                return name;
        }
        return "";
    }

    private static boolean isInsideWord(String text, int at) {
        return at > 0 && at < text.length() && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at));
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }

    /** 3丝 is 0.03 mm, and the other way round. */
    private void measured(GlossaryTerm term, String folded, Set<String> lexemes, List<AskedTerm> asked) {
        GlossaryTerm.Measure measure = term.measure().orElseThrow();
        BigDecimal factor = BigDecimal.valueOf(measure.factor());
        for (String name : term.names()) {
            Matcher given = quantity(folded(name)).matcher(folded);
            while (given.find()) {
                BigDecimal value = new BigDecimal(given.group(1)).multiply(factor);
                group(lexemes(given.group()), Set.of(lexemes(plain(value) + measure.unit())), lexemes, asked);
            }
            Matcher base = quantity(Pattern.quote(folded(measure.unit())) + "(?![a-z0-9])")
                    .matcher(folded);
            while (base.find()) {
                BigDecimal count = new BigDecimal(base.group(1)).divide(factor, MathContext.DECIMAL32);
                boolean usual = count.stripTrailingZeros().scale() <= 0 && count.intValue() <= 50;
                if (usual) group(lexemes(base.group()), Set.of(lexemes(plain(count) + name)), lexemes, asked);
            }
        }
    }

    private static Pattern quantity(String unit) {
        return Pattern.compile("(?<![\\d.])(\\d{1,6}(?:\\.\\d{1,6})?) ?" + unit);
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** What was asked and its wordings become one term; its lexemes no longer count by themselves. */
    private static void group(
            List<String> own, Set<List<String>> wordings, Set<String> lexemes, List<AskedTerm> asked) {
        Set<List<String>> alternatives = new LinkedHashSet<>(List.of(own));
        alternatives.addAll(wordings);
        alternatives.removeIf(List::isEmpty);
        if (alternatives.size() < 2 || own.isEmpty()) return;
        lexemes.removeAll(own);
        asked.add(new AskedTerm(List.copyOf(alternatives)));
    }

    private List<String> lexemes(String text) {
        return analyzer.lexemes(text).stream().map(Lexeme::term).distinct().toList();
    }

    private List<String> words(String text) {
        return lexemes(text).stream()
                .filter(term -> !term.startsWith(LexicalAnalyzer.BIGRAM))
                .toList();
    }

    private static String folded(String text) {
        return Simplified.of(Normalizer.fold(text));
    }
}
