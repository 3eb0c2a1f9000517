package io.jiangwen.craftsman;

import io.jiangwen.model.Embedding;
import java.util.List;
import java.util.Map;

/**
 * A craftsman who could be asked.
 *
 * @param meaning vectors of {@link ProfileText}, one for each model
 * @param solved questions he solved, confirmed by those who asked
 * @param declined how often he said that a question of this trade is not his, by slug
 */
public record Candidate(
        String id,
        Profile profile,
        List<Embedding> meaning,
        List<SolvedQuestion> solved,
        Map<String, Integer> declined) {
    public Candidate {
        meaning = List.copyOf(meaning);
        solved = List.copyOf(solved);
        declined = Map.copyOf(declined);
    }
}
