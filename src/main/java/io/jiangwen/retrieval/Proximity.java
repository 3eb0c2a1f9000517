package io.jiangwen.retrieval;

import io.jiangwen.text.LexicalAnalyzer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a passage has the words of a question close together and in their order, as the sequential dependence model
 * weighs them (Metzler and Croft 2005, "A Markov random field model for term dependencies"). Both are shares of the
 * question's words weighted by rarity, in [0, 1].
 *
 * @param nearby share that occurs within the best stretch of {@link #STRETCH} positions
 * @param inOrder share of the neighbouring words of the question that are neighbours in the passage
 */
record Proximity(double nearby, double inOrder) {
    /** About two sentences, counted as the analyser counts: in Chinese a word takes more than one position. */
    private static final int STRETCH = 40;

    private record Place(int position, int word) {}

    /** @param places positions of lexemes in the passage */
    static Proximity of(QueryTerms terms, Map<String, List<Integer>> places) {
        List<QueryTerms.Weighed> words = terms.terms().stream()
                .filter(term -> term.alternatives().stream().anyMatch(Proximity::hasWord))
                .toList();
        double total = words.stream().mapToDouble(QueryTerms.Weighed::weight).sum();
        if (!(total > 0)) return new Proximity(0, 0);
        List<Set<Integer>> found =
                words.stream().map(word -> positions(word, places)).toList();
        return new Proximity(Math.min(1, nearby(words, found) / total), inOrder(words, found));
    }

    private static boolean hasWord(Map<String, Double> alternative) {
        return alternative.keySet().stream().anyMatch(Proximity::isWord);
    }

    private static boolean isWord(String lexeme) {
        return !lexeme.startsWith(LexicalAnalyzer.BIGRAM);
    }

    /** Where the passage has any wording of the term, all its words. */
    private static Set<Integer> positions(QueryTerms.Weighed term, Map<String, List<Integer>> places) {
        Set<Integer> positions = new TreeSet<>();
        for (Map<String, Double> alternative : term.alternatives()) {
            List<String> words =
                    alternative.keySet().stream().filter(Proximity::isWord).toList();
            if (words.stream().allMatch(places::containsKey))
                words.forEach(word -> positions.addAll(places.getOrDefault(word, List.of())));
        }
        return positions;
    }

    private static double nearby(List<QueryTerms.Weighed> words, List<Set<Integer>> found) {
        List<Place> places = new ArrayList<>();
        for (int word = 0; word < found.size(); word++) {
            for (int position : found.get(word)) places.add(new Place(position, word));
        }
        places.sort(Comparator.comparingInt(Place::position));
        int[] inside = new int[words.size()];
        double now = 0;
        double best = 0;
        int from = 0;
        for (Place place : places) {
            if (inside[place.word()]++ == 0) now += words.get(place.word()).weight();
            while (place.position() - places.get(from).position() >= STRETCH) {
                int gone = places.get(from++).word();
                if (--inside[gone] == 0) now -= words.get(gone).weight();
            }
            best = Math.max(best, now);
        }
        return best;
    }

    private static double inOrder(List<QueryTerms.Weighed> words, List<Set<Integer>> found) {
        double met = 0;
        double total = 0;
        for (int word = 1; word < words.size(); word++) {
            double weight =
                    Math.min(words.get(word - 1).weight(), words.get(word).weight());
            total += weight;
            Set<Integer> following = new HashSet<>();
            for (int position : found.get(word - 1)) following.add(position + 1);
            following.retainAll(found.get(word));
            if (!following.isEmpty()) met += weight;
        }
        return total > 0 ? met / total : 0;
    }
}
