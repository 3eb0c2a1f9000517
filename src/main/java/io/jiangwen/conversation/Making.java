package io.jiangwen.conversation;

import io.jiangwen.answer.Examined;
import io.jiangwen.answer.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a turn was made: for curators, who see neither question nor answer here.
 *
 * @param verdict ANSWER or TOO_THIN; null where nothing was judged
 * @param prompt version of the prompt used; null where none was
 * @param passages that were found, best first
 * @param tokensIn of the prompt, as the endpoint counted; null where it does not say
 * @param latencyMillis from the door to the moment before it was stored
 */
record Making(
        @Nullable String verdict,
        @Nullable String prompt,
        @Nullable String model,
        List<Examined.Seen> passages,
        @Nullable Integer tokensIn,
        @Nullable Integer tokensOut,
        long latencyMillis) {
    Making {
        passages = List.copyOf(passages);
        if (latencyMillis < 0) throw new IllegalArgumentException("made in " + latencyMillis + " ms");
    }

    static Making of(Outcome outcome, long latencyMillis) {
        return switch (outcome) {
            case Outcome.Answered answered ->
                judged(
                        answered.examined(),
                        answered.versions().prompt(),
                        answered.versions().model(),
                        latencyMillis);
            case Outcome.Escalated thin -> judged(thin.examined(), null, null, latencyMillis);
            case Outcome.OutOfScope outside -> judged(outside.examined(), null, null, latencyMillis);
            case Outcome.PersonRequested wish ->
                new Making(null, null, null, wish.examined().seen(), null, null, latencyMillis);
            case Outcome.NeedsDetail detail ->
                detail.asked() == null
                        ? bare(latencyMillis)
                        : new Making(
                                null,
                                detail.asked().prompt(),
                                detail.asked().model(),
                                List.of(),
                                null,
                                null,
                                latencyMillis);
            case Outcome.SmallTalk talk -> bare(latencyMillis);
            case Outcome.Unreadable noise -> bare(latencyMillis);
        };
    }

    /** Nothing was searched for. */
    static Making bare(long latencyMillis) {
        return new Making(null, null, null, List.of(), null, null, latencyMillis);
    }

    private static Making judged(
            Examined examined, @Nullable String prompt, @Nullable String model, long latencyMillis) {
        return new Making(examined.verdict().label(), prompt, model, examined.seen(), null, null, latencyMillis);
    }
}
