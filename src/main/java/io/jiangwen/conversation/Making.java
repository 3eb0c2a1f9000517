package io.jiangwen.conversation;

import io.jiangwen.answer.Examined;
import io.jiangwen.answer.Flaw;
import io.jiangwen.answer.ModelCall;
import io.jiangwen.answer.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a turn was made: for curators, who see neither question nor answer here.
 *
 * @param verdict ANSWER or TOO_THIN; null where nothing was judged
 * @param prompt version of the prompt used; null where none was
 * @param passages that were found, best first
 * @param tokensIn of the prompt, as the endpoint counted; null where it does not say
 * @param modelFailed whether a chat model was asked in vain and the sources were quoted instead
 * @param dropped how many sentences the citation check refused, by flaw
 * @param latencyMillis from the door to the moment before it was stored
 */
record Making(
        @Nullable String verdict,
        @Nullable String prompt,
        @Nullable String model,
        List<Examined.Seen> passages,
        @Nullable Integer tokensIn,
        @Nullable Integer tokensOut,
        boolean modelFailed,
        Map<Flaw, Integer> dropped,
        long latencyMillis) {
    Making {
        passages = List.copyOf(passages);
        dropped = Map.copyOf(dropped);
        if (latencyMillis < 0) throw new IllegalArgumentException("made in " + latencyMillis + " ms");
    }

    static Making of(Outcome outcome, long latencyMillis) {
        return switch (outcome) {
            case Outcome.Answered answered -> judged(answered.examined(), answered.making(), latencyMillis);
            case Outcome.Escalated thin -> judged(thin.examined(), thin.making(), latencyMillis);
            case Outcome.OutOfScope outside ->
                judged(outside.examined(), io.jiangwen.answer.Making.QUOTED, latencyMillis);
            case Outcome.PersonRequested wish ->
                made(null, wish.examined().seen(), io.jiangwen.answer.Making.QUOTED, latencyMillis);
            case Outcome.NeedsDetail detail -> made(null, List.of(), asked(detail.asked()), latencyMillis);
            case Outcome.SmallTalk talk -> bare(latencyMillis);
            case Outcome.Unreadable noise -> bare(latencyMillis);
        };
    }

    /** Nothing was searched for. */
    static Making bare(long latencyMillis) {
        return made(null, List.of(), io.jiangwen.answer.Making.QUOTED, latencyMillis);
    }

    private static io.jiangwen.answer.Making asked(Outcome.@Nullable AskedBack asked) {
        return new io.jiangwen.answer.Making(
                Optional.ofNullable(asked).map(Outcome.AskedBack::call), false, List.of());
    }

    private static Making judged(Examined examined, io.jiangwen.answer.Making making, long latencyMillis) {
        return made(examined.verdict().label(), examined.seen(), making, latencyMillis);
    }

    private static Making made(
            @Nullable String verdict,
            List<Examined.Seen> passages,
            io.jiangwen.answer.Making making,
            long latencyMillis) {
        ModelCall call = making.call().orElse(null);
        return new Making(
                verdict,
                call == null ? null : call.prompt(),
                call == null ? null : call.model(),
                passages,
                call == null ? null : call.tokensIn(),
                call == null ? null : call.tokensOut(),
                making.modelFailed(),
                making.flaws(),
                latencyMillis);
    }
}
