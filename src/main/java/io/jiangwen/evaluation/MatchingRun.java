package io.jiangwen.evaluation;

import io.jiangwen.craftsman.AskedQuestion;
import io.jiangwen.craftsman.Candidate;
import io.jiangwen.craftsman.MatchRules;
import io.jiangwen.craftsman.Matcher;
import io.jiangwen.craftsman.Matches;
import io.jiangwen.craftsman.ProfileText;
import io.jiangwen.craftsman.SolvedQuestion;
import io.jiangwen.craftsman.TradeVocabulary;
import io.jiangwen.model.Embedder;
import io.jiangwen.model.Embedding;
import io.jiangwen.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Matches questions of a file with craftsmen of a file as the service does. */
final class MatchingRun {
    private static final int RANKED = 20;
    private static final double DECIMALS = 10_000;

    private final TradeVocabulary vocabulary = TradeVocabulary.packed();
    private final Embedder embedder;
    private final Progress progress;

    MatchingRun(Embedder embedder, Progress progress) {
        this.embedder = embedder;
        this.progress = progress;
    }

    /** In the order of the questions. Those who are away cannot be offered anything and are left out. */
    List<MatchingLine> run(List<CraftsmanLine> craftsmen, List<MatchingQuery> queries, MatchRules rules) {
        List<Candidate> candidates = new ArrayList<>();
        for (CraftsmanLine craftsman : craftsmen) {
            if (craftsman.available()) candidates.add(candidate(craftsman));
            progress.of("craftsmen", candidates.size(), craftsmen.size());
        }
        Matcher matcher = new Matcher(vocabulary, rules, candidates);
        List<MatchingLine> lines = new ArrayList<>();
        for (MatchingQuery query : queries) {
            lines.add(line(query, matcher));
            progress.of("questions", lines.size(), queries.size());
        }
        return lines;
    }

    private Candidate candidate(CraftsmanLine craftsman) {
        List<Embedding> meaning = new ArrayList<>();
        for (Language language : Language.values()) {
            String text = ProfileText.of(craftsman.profile(), language, vocabulary);
            if (!text.isBlank()) meaning.add(embedder.passage(text, language).whole());
        }
        List<SolvedQuestion> solved = craftsman.solved().stream()
                .map(text -> new SolvedQuestion(
                        text, embedder.passage(text, Language.of(text)).whole()))
                .toList();
        return new Candidate(craftsman.id(), craftsman.profile(), meaning, solved, Map.of());
    }

    private MatchingLine line(MatchingQuery query, Matcher matcher) {
        Language language = Language.of(query.text());
        Matches matches = matcher.match(
                new AskedQuestion(query.text(), language, query.region(), embedder.whole(query.text(), language)));
        List<MatchingLine.Place> ranked = matches.ranked().stream()
                .limit(RANKED)
                .map(match -> new MatchingLine.Place(
                        match.candidate(),
                        Math.round(match.score() * DECIMALS) / DECIMALS,
                        match.reasons().stream()
                                .map(reason -> reason.in(language))
                                .toList()))
                .toList();
        return new MatchingLine(query.id(), ranked, matches.abstains());
    }
}
