package io.jiangwen.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How an answer came about, to be stored with its turn.
 *
 * @param call what the chat model's reply took; empty where none was asked or none came
 * @param modelFailed whether a chat model was asked, gave no usable reply, and the sources were quoted instead
 * @param dropped sentences that did not pass the citation check
 */
public record Making(Optional<ModelCall> call, boolean modelFailed, List<Dropped> dropped) {
    /** Quoted from the sources, as configured. */
    public static final Making QUOTED = new Making(Optional.empty(), false, List.of());

    public Making {
        dropped = List.copyOf(dropped);
    }

    /** How many sentences were dropped for each flaw; only the flaws that occurred. */
    public Map<Flaw, Integer> flaws() {
        Map<Flaw, Integer> flaws = new TreeMap<>();
        for (Dropped sentence : dropped) flaws.merge(sentence.flaw(), 1, Integer::sum);
        return flaws;
    }
}
