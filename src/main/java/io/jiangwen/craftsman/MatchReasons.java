package io.jiangwen.craftsman;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What can be said for asking a craftsman. */
final class MatchReasons {
    /** A solved question of this closeness is told of as a similar one. */
    private static final double SIMILAR = 0.6;

    /** So is one that shares as many concepts of a trade. */
    private static final int SHARED = 2;

    private static final int TAGS_SHOWN = 3;

    private MatchReasons() {}

    /** @param fits whether he reaches the bar */
    static List<Reason> of(AskedQuestion question, Words asked, TradeShares trades, Known one, boolean fits) {
        List<Reason> reasons = new ArrayList<>();
        solved(question, asked, one, reasons);
        one.named().stream()
                .filter(trade -> trades.strongest().contains(trade.slug()))
                .min(Comparator.comparingInt(trade -> trades.strongest().indexOf(trade.slug())))
                .ifPresent(trade -> reasons.add(new Reason.OfTrade(trade)));
        List<String> tags = one.candidate().profile().tags().stream()
                .distinct()
                .filter(tag ->
                        one.skills().containsKey(tag) && isAskedFor(one.skills().get(tag), asked))
                .limit(TAGS_SHOWN)
                .toList();
        if (!tags.isEmpty()) reasons.add(new Reason.Knows(tags));
        if (reasons.isEmpty()) reasons.add(fits ? new Reason.Close() : new Reason.Nothing());
        double near = Nearness.of(question.region(), one.candidate().profile().region());
        if (near > 0) reasons.add(new Reason.Near(near == 1));
        return reasons;
    }

    private static void solved(AskedQuestion question, Words asked, Known one, List<Reason> reasons) {
        int similar = 0;
        Set<Concept> topics = new LinkedHashSet<>();
        for (int i = 0; i < one.solved().size(); i++) {
            Set<Concept> shared = new LinkedHashSet<>(asked.concepts());
            shared.retainAll(one.solved().get(i).concepts());
            shared.removeIf(concept -> concept.trades().isEmpty());
            boolean close = Closeness.of(
                            question.vector(), one.candidate().solved().get(i).vector())
                    >= SIMILAR;
            if (!close && shared.size() < SHARED) continue;
            similar++;
            topics.addAll(shared);
        }
        if (similar > 0)
            reasons.add(
                    new Reason.Solved(similar, topics.stream().limit(TAGS_SHOWN).toList()));
    }

    /** A tag is asked for when the question names the same thing, or says the tag's own words. */
    private static boolean isAskedFor(Words tag, Words asked) {
        if (tag.concepts().stream().anyMatch(asked.concepts()::contains)) return true;
        Set<String> words = new HashSet<>();
        tag.weights().forEach((term, weight) -> {
            if (weight == 1) words.add(term);
        });
        return !words.isEmpty() && asked.weights().keySet().containsAll(words);
    }
}
