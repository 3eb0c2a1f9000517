package io.jiangwen.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a run.
 *
 * @param retrieval empty where no query is labelled as answerable
 * @param selective empty where no query is labelled
 */
record Report(Size size, Used used, Optional<RetrievalScores> retrieval, Optional<SelectiveScores> selective) {
    /** How much was loaded and asked. */
    record Size(int documents, long passages, int queries) {}

    /** Where probabilities and verdicts came from. */
    record Used(EvaluateOptions.Calibrate calibrate, String name, String fittedOn, double alpha, double threshold) {}

    static Optional<RetrievalScores> retrieval(List<Judged> judged) {
        return judged.stream().anyMatch(each -> each.label().answerable())
                ? Optional.of(RetrievalScores.of(judged))
                : Optional.empty();
    }

    static Optional<SelectiveScores> selective(List<Judged> judged, long seed) {
        return judged.isEmpty() ? Optional.empty() : Optional.of(SelectiveScores.of(judged, seed));
    }

    /** As one JSON object; what is not a number is null. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("documents", size.documents());
        json.put("passages", size.passages());
        json.put("queries", size.queries());
        Map<String, @Nullable Object> calibration = new LinkedHashMap<>();
        calibration.put("mode", used.calibrate().name().toLowerCase(Locale.ROOT));
        calibration.put("name", used.name());
        calibration.put("fitted_on", used.fittedOn());
        calibration.put("alpha", used.alpha());
        calibration.put("threshold", used.threshold());
        json.put("calibration", calibration);
        json.put(
                "retrieval",
                retrieval
                        .map(scores -> figures(scores.queries(), scores.named()))
                        .orElse(null));
        json.put(
                "selective",
                selective
                        .map(scores -> {
                            Map<String, @Nullable Object> figures = figures(scores.queries(), scores.named());
                            figures.put("answered", scores.answered());
                            figures.put("errors", scores.errors());
                            return figures;
                        })
                        .orElse(null));
        return json;
    }

    /** For people. */
    String table() {
        StringBuilder table = new StringBuilder();
        table.append(String.format(
                Locale.ROOT,
                "%d documents, %d passages, %d queries%n",
                size.documents(),
                size.passages(),
                size.queries()));
        retrieval.ifPresentOrElse(
                scores -> {
                    table.append(String.format(
                            Locale.ROOT,
                            "%nRetrieval, %d answerable queries (one standard error of R@1: %.3f)%n",
                            scores.queries(),
                            scores.standardError(1)));
                    row(table, scores.named());
                },
                () -> table.append(String.format(
                        Locale.ROOT, "%nNo query is labelled as answerable: nothing to say about retrieval.%n")));
        selective.ifPresent(scores -> {
            Map<String, Double> named = scores.named();
            table.append(
                    String.format(Locale.ROOT, "%nKnowing when to answer, %d labelled queries%n", scores.queries()));
            row(table, only(named, "base top-1", "AUROC top-1", "cov@5%", "cov@10%"));
            row(table, only(named, "base top-3", "AUROC top-3", "cov@10% top-3", "AUROC answerable"));
            row(table, only(named, "ECE", "ECE calibrated 95%"));
            table.append(String.format(
                    Locale.ROOT,
                    "%nAnswered at alpha %.2f (threshold %.3f): %d of %d, %d of them wrong%n",
                    used.alpha(),
                    used.threshold(),
                    scores.answered(),
                    scores.queries(),
                    scores.errors()));
            row(table, only(named, "coverage", "risk", "risk bound 95%"));
        });
        table.append(String.format(
                Locale.ROOT,
                "%nCalibration: %s %s, fitted on %s%n",
                used.calibrate().name().toLowerCase(Locale.ROOT),
                used.name(),
                used.fittedOn()));
        return table.toString();
    }

    private static Map<String, @Nullable Object> figures(int queries, Map<String, Double> named) {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("queries", queries);
        named.forEach((name, value) -> figures.put(name, Double.isNaN(value) ? null : value));
        return figures;
    }

    private static Map<String, Double> only(Map<String, Double> named, String... names) {
        Map<String, Double> some = new LinkedHashMap<>();
        for (String name : names) some.put(name, named.getOrDefault(name, Double.NaN));
        return some;
    }

    /** Names above figures, each figure under its name. */
    private static void row(StringBuilder table, Map<String, Double> named) {
        StringBuilder figures = new StringBuilder();
        named.forEach((name, value) -> {
            int width = Math.max(name.length(), 6) + 2;
            table.append(String.format(Locale.ROOT, "%" + width + "s", name));
            figures.append(String.format(
                    Locale.ROOT,
                    "%" + width + "s",
                    Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value)));
        });
        table.append('\n').append(figures).append('\n');
    }
}
