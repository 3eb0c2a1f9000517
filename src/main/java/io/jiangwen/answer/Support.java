package io.jiangwen.answer;

import java.util.Optional;

/**
 * What the citation check found.
 *
 * @param score in [0, 1]: the probability that the passages say it, 0 where a flaw rules that out
 * @param signs what the probability was made of; empty where none was needed
 * @param flaw why it is not supported; empty where it is
 */
public record Support(double score, Optional<Flaw> flaw, Optional<Signs> signs) {
    public Support {
        if (!(score >= 0 && score <= 1)) throw new IllegalArgumentException("score " + score);
    }

    /** Whether the sentence may be told with its citations. */
    public boolean isSupported() {
        return flaw.isEmpty();
    }
}
