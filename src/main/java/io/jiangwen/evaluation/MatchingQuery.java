package io.jiangwen.evaluation;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question that somebody is looked for.
 *
 * @param region of whoever asks, null where unknown
 * @param relevant who can answer it, nobody perhaps; empty where nobody says
 */
record MatchingQuery(String id, String text, @Nullable String region, Optional<Set<String>> relevant) {}
