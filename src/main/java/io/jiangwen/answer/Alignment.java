package io.jiangwen.answer;

import io.jiangwen.retrieval.WordTranslations;
import io.jiangwen.text.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which clauses of the evidence a clause of the sentence speaks of. */
final class Alignment {
    /** How much the clause counts beside the sentence it stands in. */
    private static final double CLAUSE_SHARE = 0.65;

    private static final double RENDERED = 0.9;
    private static final double SYNONYM = 0.85;
    private static final double SAME_STEM = 0.8;
    private static final double SAME_CHARACTERS = 0.7;
    /** Renderings of a word that count: the usual ones. */
    private static final int USUAL = 4;

    private static final int STEM = 5;

    private final Statement sentence;
    private final List<Statement> evidence;
    private final WordTranslations translations;
    private final Map<String, List<String>> rendered = new HashMap<>();
    private final IdentityHashMap<Clause, List<Match>> found = new IdentityHashMap<>();

    /** @param fit in [0, 1]: share of the clause's and its sentence's weighted words that are found there */
    record Match(Statement statement, Clause clause, double fit, double covered) {}

    Alignment(Statement sentence, List<Statement> evidence, WordTranslations translations) {
        this.sentence = sentence;
        this.evidence = List.copyOf(evidence);
        this.translations = translations;
    }

    Statement sentence() {
        return sentence;
    }

    List<Statement> evidence() {
        return evidence;
    }

    /** All clauses of the evidence, the best first. */
    List<Match> matches(Clause clause) {
        return found.computeIfAbsent(clause, this::match);
    }

    private List<Match> match(Clause clause) {
        List<Match> matches = new ArrayList<>();
        for (Statement statement : evidence) {
            double whole = covered(sentence.whole(), statement.whole(), statement.language());
            for (Clause other : statement.clauses()) {
                double covered = covered(clause, other, statement.language());
                double back = covered(other, clause, sentence.language());
                double both = 0.8 * covered + 0.2 * back;
                double fit = CLAUSE_SHARE * both + (1 - CLAUSE_SHARE) * whole;
                matches.add(new Match(statement, other, fit, covered));
            }
        }
        matches.sort(Comparator.comparingDouble(Match::fit).reversed());
        return matches;
    }

    /** Share of the weight of {@code clause}'s words that {@code other} has; 1 where there are none. */
    double covered(Clause clause, Clause other, Language language) {
        double total = clause.weight();
        if (total == 0) return 1;
        double found = 0;
        for (Map.Entry<String, Double> word : clause.words().entrySet())
            found += word.getValue() * strength(word.getKey(), other, language);
        return found / total;
    }

    /** How well a clause has a word: 1 for the word itself, less for a rendering or for shared characters. */
    double strength(String word, Clause clause, Language language) {
        if (clause.words().containsKey(word)) return 1;
        boolean han = Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HAN;
        if (clause.text().contains(word) && (han || word.length() >= STEM)) return 1;
        if (han == (language == Language.EN)) return rendered(word, clause, han) ? RENDERED : 0;
        if (means(word, clause, han ? Language.ZH : Language.EN)) return SYNONYM;
        if (han) return sharedCharacters(word, clause.text());
        if (word.length() < STEM || word.chars().anyMatch(Character::isDigit)) return 0;
        return clause.words().keySet().stream().anyMatch(other -> other.startsWith(word.substring(0, STEM)))
                ? SAME_STEM
                : 0;
    }

    /** Whether two words of one language are the same or mean the same. */
    boolean isSame(String word, String other) {
        if (word.equals(other)) return true;
        Language language = Language.of(word);
        if (language != Language.of(other)) return false;
        List<String> own = renderings(word, language);
        return shared(own, renderings(other, language));
    }

    private static boolean shared(List<String> own, List<String> others) {
        List<String> usual = own.subList(0, Math.min(own.size(), USUAL));
        return others.stream().limit(USUAL).anyMatch(usual::contains);
    }

    /** Whether a word of the clause has a rendering in the other language in common with {@code word}. */
    private boolean means(String word, Clause clause, Language language) {
        List<String> own = renderings(word, language);
        if (own.isEmpty()) return false;
        return clause.words().keySet().stream().anyMatch(other -> shared(own, renderings(other, language)));
    }

    private List<String> renderings(String word, Language language) {
        return rendered.computeIfAbsent(word, key -> translations.of(key, language));
    }

    private boolean rendered(String word, Clause clause, boolean han) {
        for (String other : renderings(word, han ? Language.ZH : Language.EN)) {
            if (!han && clause.text().contains(other)) return true;
            if (han && Renderings.isIn(other, clause.words().keySet())) return true;
        }
        return false;
    }

    private static double sharedCharacters(String word, String text) {
        if (word.length() < 2) return 0;
        long shared = word.chars().filter(c -> text.indexOf(c) >= 0).count();
        return SAME_CHARACTERS * shared / word.length();
    }
}
