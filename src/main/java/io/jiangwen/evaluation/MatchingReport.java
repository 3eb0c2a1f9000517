package io.jiangwen.evaluation;

import io.jiangwen.craftsman.MatchRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
            methods.put("BM25 on tags", MatchingScores.of(relevant, MatchingBaselines.keywords(there, texts)));
            methods.put("random in trade", MatchingBaselines.chance(relevant, craftsmen));
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
