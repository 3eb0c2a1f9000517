package io.jiangwen.confidence;

/** What follows from the evidence for a question. */
public sealed interface Verdict {
    /** The evidence answers it. */
    record Answer(double probability, double threshold, Signals signals) implements Verdict {}

    /** The evidence does not carry an answer: a person is needed. */
    record TooThin(double probability, double threshold, Signals signals) implements Verdict {}

    /** Calibrated probability in [0, 1] that the evidence answers the question. */
    double probability();

    /** What the probability had to reach. */
    double threshold();

    /** What the probability was computed from. */
    Signals signals();

    /** The name in the API. */
    default String label() {
        return switch (this) {
            case Answer answer -> "ANSWER";
            case TooThin thin -> "TOO_THIN";
        };
    }
}
