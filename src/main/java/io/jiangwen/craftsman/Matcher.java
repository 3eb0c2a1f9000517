package io.jiangwen.craftsman;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Ranks craftsmen for a question by trade, by words and by meaning, and says why. Pure: embeddings come with the question
 * and the candidates. Costs a look at each candidate.
 */
public final class Matcher {
    private final TradeVocabulary vocabulary;
    private final MatchRules rules;
    private final List<Known> known;
    private final Map<String, Integer> havingTerm = new HashMap<>();

    /** @param candidates everybody who could be asked */
    public Matcher(TradeVocabulary vocabulary, MatchRules rules, List<Candidate> candidates) {
        this(vocabulary, rules, new KnownCandidates(vocabulary).of(candidates).stream());
    }

    Matcher(TradeVocabulary vocabulary, MatchRules rules, Stream<Known> known) {
        this.vocabulary = vocabulary;
        this.rules = rules;
        this.known = known.toList();
        for (Known one : this.known)
            one.all().weights().keySet().forEach(term -> havingTerm.merge(term, 1, Integer::sum));
    }

    public Matches match(AskedQuestion question) {
        Words asked = Words.of(question.text(), vocabulary);
        TradeShares trades = TradeShares.of(asked.concepts(), vocabulary.tradesNamedIn(question.text()));
        List<Match> matches = new ArrayList<>();
        for (Known one : known) matches.add(match(question, asked, trades, one));
        matches.sort(Comparator.comparingDouble(Match::score).reversed().thenComparing(Match::candidate));
        return new Matches(matches, trades.strongest(), rules.bar());
    }

    private Match match(AskedQuestion question, Words asked, TradeShares trades, Known one) {
        double said = rules.trade() * ofTrade(trades, one) + rules.words() * covered(asked, one.all());
        // Where nothing is embedded, trade and words share what meaning would count.
        double fit = question.vector() == null
                ? said / (rules.trade() + rules.words())
                : said + rules.meaning() * meaning(question, one.candidate());
        double near = Nearness.of(question.region(), one.candidate().profile().region());
        // Being near is no reason to ask somebody who does not know.
        double score = Math.min(1, fit + (fit > 0 ? rules.near() * near : 0));
        List<Reason> reasons = MatchReasons.of(question, asked, trades, one, score >= rules.bar());
        return new Match(one.candidate().id(), score, reasons);
    }

    private double ofTrade(TradeShares trades, Known one) {
        double sum = 0;
        for (String trade : trades.votes().keySet()) {
            int declined = one.candidate().declined().getOrDefault(trade, 0);
            sum += trades.share(trade) * one.strength(trade) * Math.pow(rules.declined(), declined);
        }
        return Math.min(1, sum);
    }

    /** Which part of what the question says, rare words counting more, the candidate says too. */
    private double covered(Words asked, Words his) {
        double met = 0;
        double all = 0;
        for (Map.Entry<String, Double> term : asked.weights().entrySet()) {
            double weight = term.getValue() * rarity(term.getKey());
            all += weight;
            if (his.weights().containsKey(term.getKey())) met += weight;
        }
        return all > 0 ? met / all : 0;
    }

    /** Inverse document frequency as in BM25 (Robertson and Zaragoza 2009), a candidate being a document. */
    private double rarity(String term) {
        int having = havingTerm.getOrDefault(term, 0);
        return Math.log(1 + (known.size() - having + 0.5) / (having + 0.5));
    }

    private static double meaning(AskedQuestion question, Candidate candidate) {
        double closest = 0;
        for (var profile : candidate.meaning()) closest = Math.max(closest, Closeness.of(question.vector(), profile));
        for (SolvedQuestion solved : candidate.solved())
            closest = Math.max(closest, Closeness.of(question.vector(), solved.vector()));
        return closest;
    }
}
