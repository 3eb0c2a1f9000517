package io.jiangwen.craftsman;

import io.jiangwen.text.Lexeme;
import io.jiangwen.text.LexicalAnalyzer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a text is made of: the concepts it names, and its terms with what each counts.
 *
 * @param weights by term; a concept counts like a word, a bigram of characters less
 */
record Words(Set<Concept> concepts, Map<String, Double> weights) {
    /** Bigrams stand beside words and say much of it again. */
    private static final double BIGRAM = 0.3;

    /** No analyser makes a term that begins so. */
    private static final String CONCEPT = "c:";

    static final Words NONE = new Words(Set.of(), Map.of());

    static Words of(String text, TradeVocabulary vocabulary) {
        Set<Concept> concepts = vocabulary.conceptsIn(text);
        Map<String, Double> weights = new HashMap<>();
        for (Lexeme lexeme : vocabulary.analyzer().lexemes(text)) {
            boolean bigram = lexeme.term().startsWith(LexicalAnalyzer.BIGRAM);
            weights.put(lexeme.term(), bigram ? BIGRAM : 1);
        }
        for (Concept concept : concepts) weights.put(CONCEPT + concept.term(), 1.0);
        return new Words(concepts, weights);
    }

    /** Both texts. */
    Words and(Words other) {
        Set<Concept> all = new LinkedHashSet<>(concepts);
        all.addAll(other.concepts);
        Map<String, Double> both = new HashMap<>(weights);
        both.putAll(other.weights);
        return new Words(all, both);
    }
}
