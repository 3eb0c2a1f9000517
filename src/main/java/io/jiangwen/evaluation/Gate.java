package io.jiangwen.evaluation;

import io.jiangwen.answer.Examined;
import io.jiangwen.confidence.Calibration;

/**
 * From evidence to a probability and the least one that is answered, for the error rate that was asked for. The ranking
 * is none of its business.
 */
record Gate(EvaluateOptions.Calibrate calibrate, double alpha) {
    /** Probability in [0, 1] that the first document is right; 0 where nothing was found. */
    double probability(Examined examined) {
        return switch (calibrate) {
            case SELF, PRIOR -> examined.verdict().probability();
            case NONE ->
                examined.found().hits().stream()
                        .findFirst()
                        .map(hit -> hit.evidence().cosine())
                        .orElse(0.0);
        };
    }

    /**
     * The shipped threshold belongs to the error rate it was fitted for. For another one its odds move as the odds of
     * being right that are asked for. A score that nobody calibrated is taken at its word.
     */
    double threshold(Calibration calibration) {
        return switch (calibrate) {
            case SELF, PRIOR -> {
                if (alpha == calibration.alpha()) yield calibration.threshold();
                double odds = odds(calibration.threshold()) * odds(1 - alpha) / odds(1 - calibration.alpha());
                yield odds / (1 + odds);
            }
            case NONE -> 1 - alpha;
        };
    }

    private static double odds(double probability) {
        return probability / (1 - probability);
    }
}
