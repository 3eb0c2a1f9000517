package io.jiangwen.confidence;

/**
 * Signals of a question of which it is known whether the first passage answered it.
 *
 * @param right whether it did
 */
public record JudgedSignals(Signals signals, boolean right, Origin origin) {
    /** Who says so. */
    public enum Origin {
        /** A question that was made of a passage. */
        PSEUDO(0),
        /** The asker confirmed or rejected the answer. */
        ASKER(1),
        /** A craftsman or curator audited the answer: he knows better, and did not choose which one. */
        AUDIT(2);

        private final double weight;

        Origin(double weight) {
            this.weight = weight;
        }

        /** Observations that it counts for; nothing that was made up teaches what is right. */
        double weight() {
            return weight;
        }
    }
}
