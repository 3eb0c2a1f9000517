package io.jiangwen.answer;

import io.jiangwen.knowledge.Passage;
import io.jiangwen.retrieval.Hit;
import org.jspecify.annotations.Nullable;

/** What the pipeline made of a question. */
public sealed interface Outcome {
    /** Every sentence is cited and passed the check. */
    record Answered(Examined examined, Answer answer, Versions versions, Making making) implements Outcome {
        /** The highest safety level among the articles cited: 0 to 3. */
        public int safety() {
            return examined.found().hits().stream()
                    .map(Hit::passage)
                    .filter(passage -> answer.citations().stream()
                            .anyMatch(citation -> citation.article().equals(passage.article())))
                    .mapToInt(Passage::safety)
                    .max()
                    .orElse(0);
        }
    }

    /**
     * A person is needed.
     *
     * @param reason TOO_THIN, NO_SENTENCE_HELD
     * @param draft what was found and not good enough to be sent
     */
    record Escalated(
            Examined examined, String reason, @Nullable String draft, Making making) implements Outcome {
        /** Escalated before anybody wrote a sentence. */
        public Escalated(Examined examined, String reason, @Nullable String draft) {
            this(examined, reason, draft, Making.QUOTED);
        }
    }

    /** Somebody asked for a person; {@code examined} is what was found for the question at hand. */
    record PersonRequested(Examined examined) implements Outcome {}

    /** Greeting, thanks. */
    record SmallTalk() implements Outcome {}

    /** Nothing that could be searched for. */
    record NeedsDetail() implements Outcome {}

    /**
     * What an answer was made with.
     *
     * @param prompt null where no prompt was used
     * @param model name of the chat model, null for the extractive composer
     */
    record Versions(
            @Nullable String prompt,
            String calibration,
            @Nullable String model) {}
}
