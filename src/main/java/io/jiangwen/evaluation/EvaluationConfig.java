package io.jiangwen.evaluation;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the commands that measure. */
@ConfigMapping(prefix = "jiangwen.evaluation")
interface EvaluationConfig {
    /** Where embeddings are kept between runs; the service itself keeps none. */
    Optional<Path> cache();
}
