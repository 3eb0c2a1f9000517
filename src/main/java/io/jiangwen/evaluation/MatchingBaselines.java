package io.jiangwen.evaluation;

import io.jiangwen.craftsman.TradeVocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;

/** Plain ways of finding craftsmen that the matcher is compared with. */
final class MatchingBaselines {
    private static final int RANKED = 20;

    /** The first draw is seeded with 1, the next with 2. */
    private static final int DRAWS = 200;

    private static final TradeVocabulary VOCABULARY = TradeVocabulary.packed();

    private MatchingBaselines() {}

    /** BM25 over the tags. */
    static List<List<String>> keywords(List<CraftsmanLine> craftsmen, List<String> texts) throws IOException {
        Map<String, String> tags = new LinkedHashMap<>();
        craftsmen.forEach(craftsman -> tags.put(craftsman.id(), craftsman.tags()));
        KeywordRanker ranker = new KeywordRanker(tags, new SmartChineseAnalyzer());
        List<List<String>> ranked = new ArrayList<>();
        for (String text : texts) ranked.add(ranker.rank(text, RANKED));
        return ranked;
    }

    /** The mean over many draws among those who share a trade with somebody who can answer. */
    static MatchingScores chance(List<Set<String>> relevant, List<CraftsmanLine> craftsmen) {
        Map<String, CraftsmanLine> byId =
                craftsmen.stream().collect(Collectors.toMap(CraftsmanLine::id, craftsman -> craftsman));
        List<List<String>> groups =
                relevant.stream().map(wanted -> colleagues(wanted, byId)).toList();
        List<Set<String>> drawnFor = new ArrayList<>();
        List<List<String>> drawn = new ArrayList<>();
        for (int draw = 1; draw <= DRAWS; draw++) {
            SplittableRandom random = new SplittableRandom(draw);
            for (int i = 0; i < relevant.size(); i++) {
                drawnFor.add(relevant.get(i));
                drawn.add(shuffled(new ArrayList<>(groups.get(i)), random));
            }
        }
        return MatchingScores.of(drawnFor, drawn);
    }

    /** Who has a trade with somebody who can answer. */
    private static List<String> colleagues(Set<String> wanted, Map<String, CraftsmanLine> byId) {
        Set<String> trades = new HashSet<>();
        for (String id : wanted)
            if (byId.containsKey(id))
                trades.addAll(VOCABULARY.tradesOf(byId.get(id).profile()));
        Set<String> same = new LinkedHashSet<>(wanted);
        byId.values().stream()
                .filter(CraftsmanLine::available)
                .filter(craftsman ->
                        VOCABULARY.tradesOf(craftsman.profile()).stream().anyMatch(trades::contains))
                .forEach(craftsman -> same.add(craftsman.id()));
        return new ArrayList<>(same);
    }

    private static List<String> shuffled(List<String> ids, SplittableRandom random) {
        for (int i = ids.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            String id = ids.get(i);
            ids.set(i, ids.get(other));
            ids.set(other, id);
        }
        return ids;
    }
}
