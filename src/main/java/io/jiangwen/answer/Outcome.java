package io.jiangwen.answer;

import io.jiangwen.knowledge.Passage;
import io.jiangwen.question.Detail;
import io.jiangwen.retrieval.Hit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
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

    /**
     * Somebody asked for a person.
     *
     * @param examined what was found for the question at hand
     * @param named whether it is known what the person is needed for; otherwise the request itself was examined
     */
    record PersonRequested(Examined examined, boolean named) implements Outcome {}

    /** Greeting, thanks. */
    record SmallTalk() implements Outcome {}

    /**
     * Too little was said to search for: the asker is asked back.
     *
     * @param missing what nothing was said of; never empty
     * @param asked the question back as a model put it; null where a rule puts it
     */
    record NeedsDetail(Set<Detail> missing, @Nullable AskedBack asked) implements Outcome {
        public NeedsDetail {
            if (missing.isEmpty()) throw new IllegalArgumentException("asks back for nothing");
            missing = Collections.unmodifiableSet(EnumSet.copyOf(missing));
        }
    }

    /** Punctuation, keys struck at random: nobody can tell what is meant. Never a ticket. */
    record Unreadable() implements Outcome {}

    /** Not about the work of enterprises, and no passage is near it. Never a ticket. */
    record OutOfScope(Examined examined) implements Outcome {}

    /** A question back in a model's words, and what made it. */
    record AskedBack(String text, ModelCall call) {}

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
