package io.jiangwen.answer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import java.util.Optional;

/** How answers are written and checked. */
@ConfigMapping(prefix = "jiangwen.answer")
public interface AnswerConfig {
    /** Sentences of an answer at the most. */
    @WithDefault("10")
    @Positive
    int sentences();

    /** Passages shown to a chat model. */
    @WithDefault("6")
    @Positive
    int passages();

    /** Share of a sentence's content words that its passages must have. */
    @WithDefault("0.7")
    @DecimalMin("0")
    @DecimalMax("1")
    double supportedWords();

    /** Folder with the prompts; those packed in where empty. */
    Optional<String> promptsDir();
}
