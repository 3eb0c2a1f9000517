package io.jiangwen.evaluation;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a fit came to.
 *
 * @param part that was fitted
 * @param version that is in force from now on; null where the one before was kept
 * @param reason why, in a sentence
 * @param figures by name, such as the number of questions made and the measure before and after
 */
record Refitted(String part, @Nullable String version, String reason, Map<String, Double> figures) {
    Refitted {
        if (reason.isBlank()) throw new IllegalArgumentException("no reason for what became of " + part);
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }
}
