package io.jiangwen.evaluation;

import io.jiangwen.craftsman.MatchRules;
import io.jiangwen.craftsman.TradeVocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;

/**
 * Figures of a run beside those of plain ways: keyword search over the tags, and chance among those who share a trade with
 * somebody who can answer. Only questions with labels count.
 *
 * @param methods scores by name; empty where no question is answerable
 * @param abstained share of the questions that nobody can answer where the matcher abstains; NaN where there are none
 * @param held share of the answerable ones where it abstains, wrongly; NaN where there are none
 */
record MatchingReport(
        int craftsmen,
        int answerable,
        int nobodys,
        double bar,
        Map<String, MatchingScores> methods,
        double abstained,
        double held) {
    private static final int RANKED = 20;

    /** Chance is the mean over as many draws, the first of them seeded with 1. */
    private static final int DRAWS = 200;

    private static final TradeVocabulary VOCABULARY = TradeVocabulary.packed();

    static MatchingReport of(
            List<CraftsmanLine> craftsmen, List<MatchingQuery> queries, List<MatchingLine> lines, MatchRules rules)
            throws IOException {
        List<Integer> labelled = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) if (queries.get(i).relevant().isPresent()) labelled.add(i);
        List<Set<String>> relevant = labelled.stream()
                .map(i -> queries.get(i).relevant().orElseThrow())
                .toList();
        List<MatchingLine> judged = labelled.stream().map(lines::get).toList();
        int answerable = (int) relevant.stream().filter(set -> !set.isEmpty()).count();
        Map<String, MatchingScores> methods = new LinkedHashMap<>();
        if (answerable > 0) {
            List<CraftsmanLine> there =
                    craftsmen.stream().filter(CraftsmanLine::available).toList();
            methods.put(
                    "matcher",
                    MatchingScores.of(
                            relevant,
                            judged.stream().map(MatchingLine::craftsmen).toList()));
            List<String> texts =
                    labelled.stream().map(i -> queries.get(i).text()).toList();
            methods.put("BM25 on tags", MatchingScores.of(relevant, keywords(there, texts)));
            methods.put("random in trade", chance(relevant, craftsmen));
        }
        return new MatchingReport(
                craftsmen.size(),
                answerable,
                relevant.size() - answerable,
                rules.bar(),
                methods,
                abstained(relevant, judged, true),
                abstained(relevant, judged, false));
    }

    private static List<List<String>> keywords(List<CraftsmanLine> craftsmen, List<String> texts) throws IOException {
        Map<String, String> tags = new LinkedHashMap<>();
        craftsmen.forEach(craftsman -> tags.put(craftsman.id(), craftsman.tags()));
        KeywordRanker ranker = new KeywordRanker(tags, new SmartChineseAnalyzer());
        List<List<String>> ranked = new ArrayList<>();
        for (String text : texts) ranked.add(ranker.rank(text, RANKED));
        return ranked;
    }

    private static MatchingScores chance(List<Set<String>> relevant, List<CraftsmanLine> craftsmen) {
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

    private static double abstained(List<Set<String>> relevant, List<MatchingLine> lines, boolean nobodys) {
        int all = 0;
        int held = 0;
        for (int i = 0; i < relevant.size(); i++) {
            if (relevant.get(i).isEmpty() != nobodys) continue;
            all++;
            if (lines.get(i).abstained()) held++;
        }
        return (double) held / all;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("craftsmen", craftsmen);
        json.put("answerable", answerable);
        json.put("nobodys", nobodys);
        json.put("bar", bar);
        Map<String, Object> scores = new LinkedHashMap<>();
        methods.forEach((name, score) -> scores.put(name, score.named()));
        json.put("methods", scores);
        if (nobodys > 0) json.put("abstained_nobodys", abstained);
        if (answerable > 0) json.put("abstained_answerable", held);
        return json;
    }

    String table() {
        StringBuilder table = new StringBuilder();
        table.append(String.format(
                Locale.ROOT,
                "%d craftsmen, %d questions that somebody can answer, %d that nobody can%n",
                craftsmen,
                answerable,
                nobodys));
        methods.forEach((name, score) -> {
            table.append(String.format("%-18s", name));
            score.named()
                    .forEach((figure, value) -> table.append(String.format(Locale.ROOT, "%9s %.3f", figure, value)));
            table.append('\n');
        });
        if (nobodys > 0)
            table.append(String.format(Locale.ROOT, "abstained where nobody can answer: %.3f%n", abstained));
        if (answerable > 0)
            table.append(String.format(Locale.ROOT, "abstained where somebody can answer: %.3f%n", held));
        return table.toString();
    }
}
