package io.jiangwen.confidence;

/**
 * How a calibration did on the questions that were made of the knowledge it was fitted to. They are easier than real
 * ones: it says whether the fit works, not how often answers are right.
 *
 * @param questions made of the knowledge
 * @param hidden those of them whose answers were hidden
 * @param verdicts of people that joined them
 * @param auroc chance that a question that found its passage has a higher probability than one that did not, in [0, 1]
 * @param error expected calibration error, in [0, 1]
 */
public record Fit(int questions, int hidden, int verdicts, double auroc, double error, Reliability reliability) {}
