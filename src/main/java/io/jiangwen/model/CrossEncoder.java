package io.jiangwen.model;

import java.util.List;
import java.util.Optional;

/** An optional model that reads question and passage together: slower than comparing vectors, and sees more. */
public interface CrossEncoder {
    /**
     * How well each passage answers the question, in [0, 1] and in the order of the passages. Empty where no such model is
     * configured, or it did not answer in time: the search goes on without it. Blocking.
     */
    Optional<List<Double>> scores(String question, List<String> passages);
}
