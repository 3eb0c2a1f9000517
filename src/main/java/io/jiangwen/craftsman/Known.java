package io.jiangwen.craftsman;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A candidate with everything that does not depend on a question.
 *
 * @param named trades that his profile names
 * @param skills words of each of his other tags
 * @param solved words of each question he solved
 * @param all of it
 * @param shares of the trades in what he does and did
 */
record Known(
        Candidate candidate,
        Set<Trade> named,
        Map<String, Words> skills,
        List<Words> solved,
        Words all,
        TradeShares shares) {
    /** What a trade counts that he does not name himself, however much he does of it. */
    private static final double UNNAMED = 0.8;

    static Known of(Candidate candidate, TradeVocabulary vocabulary) {
        Set<Trade> named = new HashSet<>();
        Words all = Words.NONE;
        Map<String, Words> skills = new HashMap<>();
        for (String tag : candidate.profile().trades()) {
            Set<Trade> trades = vocabulary.tradesNamedIn(tag);
            named.addAll(trades);
            Words words = Words.of(tag, vocabulary);
            all = all.and(words);
            if (trades.isEmpty()) skills.put(tag, words);
        }
        for (String tag : candidate.profile().skills().toList()) {
            Words words = Words.of(tag, vocabulary);
            skills.put(tag, words);
            all = all.and(words);
        }
        List<Words> solved = new ArrayList<>();
        for (SolvedQuestion question : candidate.solved()) {
            Words words = Words.of(question.text(), vocabulary);
            solved.add(words);
            all = all.and(words);
        }
        return new Known(candidate, named, skills, solved, all, TradeShares.of(all.concepts(), named));
    }

    /** In [0, 1]: how much he is of a trade. */
    double strength(String trade) {
        if (named.stream().anyMatch(mine -> mine.slug().equals(trade))) return 1;
        return UNNAMED * shares.share(trade);
    }
}
