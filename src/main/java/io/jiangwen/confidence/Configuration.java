package io.jiangwen.confidence;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that decides which questions are answered and what is said: an audit speaks for the configuration that
 * gave the answer, and for no other.
 *
 * @param settings models, prompts and retrieval, by name
 * @param calibration in force
 */
public record Configuration(Map<String, String> settings, Calibration calibration) {
    public Configuration {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }
}
