package io.jiangwen.retrieval;

import io.jiangwen.text.Language;
import java.util.List;

/**
 * What a search brought for a question whose answer is known.
 *
 * @param article the one that answers
 * @param candidates each with the id of its article
 */
record RankingExample(String article, Language language, List<Ranker.Candidate<String>> candidates) {
    /** Beyond it a place counts nothing, as people do not look further. */
    private static final int DEEPEST = 10;

    RankingExample {
        candidates = List.copyOf(candidates);
        if (candidates.stream().noneMatch(candidate -> candidate.item().equals(article)))
            throw new IllegalArgumentException("nothing of " + article + " is among the candidates");
    }

    boolean isRight(Ranker.Candidate<String> candidate) {
        return candidate.item().equals(article);
    }

    /** 1 / the place of the article among all articles, 0 beyond the tenth. */
    double reciprocalRank(Ranking ranking) {
        List<String> articles = new Ranker(ranking)
                .rank(candidates).stream().map(Ranker.Ranked::item).distinct().toList();
        int rank = articles.indexOf(article) + 1;
        return rank <= DEEPEST ? 1.0 / rank : 0;
    }
}
