package io.jiangwen.evaluation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the commands that measure. */
@ConfigMapping(prefix = "jiangwen.evaluation")
interface EvaluationConfig {
    /** Where embeddings are kept between runs; the service itself keeps none. */
    Optional<Path> cache();

    /** Whether questions are kept too; not where embedding them is what is measured. */
    @WithDefault("true")
    boolean cacheQuestions();

    /** Questions that a fit to the published knowledge is made of at the most; each takes about a quarter of a second. */
    @WithDefault("600")
    @Positive
    int refitQuestions();

    /** How often it is looked at whether the calibration still belongs to the knowledge; {@code off} for never. */
    @WithDefault("10m")
    String refitCheck();
}
