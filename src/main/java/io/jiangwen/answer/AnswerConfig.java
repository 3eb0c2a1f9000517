package io.jiangwen.answer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
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

    /** File with the bar of the citation check; the one packed in where empty. */
    Optional<String> supportBar();

    /** How sentences are chosen where they are quoted. */
    Quoting quoting();

    /** Which sentences are quoted. Scores are those of the evidence, in [0, 1]. */
    interface Quoting {
        /** A passage whose score is below this share of the best one's is not quoted. */
        @WithDefault("0.5")
        @DecimalMin("0")
        @DecimalMax("1")
        double nearTheBest();

        /** The same for a passage of another article than the best. */
        @WithDefault("0.85")
        @DecimalMin("0")
        @DecimalMax("1")
        double otherArticle();

        /** A section of the kind asked for may be this much behind the best one and still lead. */
        @WithDefault("0.35")
        @DecimalMin("0")
        @DecimalMax("1")
        double fittingSection();

        /** Share of the question's weighted words that a sentence outside the leading passage must have. */
        @WithDefault("0.2")
        @DecimalMin("0")
        @DecimalMax("1")
        double relevant();

        /** Share of the answer that the leading passage may take. */
        @WithDefault("0.8")
        @DecimalMin("0")
        @DecimalMax("1")
        double leadingShare();

        /** Steps of the leading passage that are quoted without leaving any out; of more only the share above. */
        @WithDefault("16")
        @Positive
        int steps();

        /** Warnings of quoted passages that are added beyond the length of an answer. */
        @WithDefault("3")
        @PositiveOrZero
        int warnings();
    }

    /** Folder with the prompts; those packed in where empty. */
    Optional<String> promptsDir();
}
