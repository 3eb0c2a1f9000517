package io.jiangwen.evaluation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * Whom a question would be offered to: a line of the output.
 *
 * @param ranked best first, at most twenty, without those who are away
 * @param abstained whether nobody fits; those ranked are the closest all the same
 */
@JsonPropertyOrder({"id", "ranked", "abstained"})
record MatchingLine(String id, List<Place> ranked, boolean abstained) {
    MatchingLine {
        ranked = List.copyOf(ranked);
    }

    /**
     * A craftsman in the ranking.
     *
     * @param score in [0, 1]
     * @param reasons in the language of the question, never none
     */
    @JsonPropertyOrder({"craftsman", "score", "reasons"})
    record Place(String craftsman, double score, List<String> reasons) {
        Place {
            reasons = List.copyOf(reasons);
        }
    }

    List<String> craftsmen() {
        return ranked.stream().map(Place::craftsman).toList();
    }
}
