package io.jiangwen.evaluation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * What became of a query: a line of the run file.
 *
 * @param ranked best first, each document once
 * @param probability in [0, 1]
 * @param verdict ANSWER, TOO_THIN, or what else a line may be that is no question
 * @param answer what would be told whatever the verdict; empty where no sentence holds
 * @param citations ids of the documents cited, at most three, in the order of their first use
 */
@JsonPropertyOrder({"id", "ranked", "probability", "verdict", "answer", "citations"})
record RunLine(
        String id, List<Place> ranked, double probability, String verdict, String answer, List<String> citations) {
    static final String ANSWER = "ANSWER";

    RunLine {
        ranked = List.copyOf(ranked);
        citations = List.copyOf(citations);
    }

    /**
     * A document in the ranking.
     *
     * @param passage the words of its best passage
     * @param score in [0, 1]
     */
    @JsonPropertyOrder({"doc", "passage", "score"})
    record Place(String doc, String passage, double score) {}

    Judged judged(Label label) {
        return new Judged(label, ranked.stream().map(Place::doc).toList(), probability, verdict.equals(ANSWER));
    }
}
