package io.jiangwen.confidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A calibration as it stands in the books.
 *
 * @param fittedOn in words
 * @param basis version of the shipped calibration it was adapted from; null for a shipped one
 * @param fit null for a shipped one
 */
public record CalibrationRecord(
        Calibration calibration,
        String fittedOn,
        @Nullable Integer basis,
        @Nullable Fit fit,
        Instant createdAt) {}
