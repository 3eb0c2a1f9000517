package io.jiangwen.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.jiangwen.confidence.Coefficients;
import io.jiangwen.confidence.JudgedSignals;
import io.jiangwen.confidence.Signals;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code ./jiangwen evaluate fit}: weights of confidence for one knowledge base from labelled questions about it, out of
 * the files that {@code evaluate} wrote, and how well they do on questions they were not fitted to. Needs neither service
 * nor database.
 */
final class FitCommand {
    private static final String DEFAULT_RIDGE = "10";

    /** Verdicts of questions that are judged by what was found for them. */
    private static final Set<String> SEARCHED = Set.of(RunLine.ANSWER, "TOO_THIN", "OUT_OF_SCOPE");

    private final PrintStream err;

    FitCommand(PrintStream err) {
        this.err = err;
    }

    /** @return 0 when fitted */
    int run(List<String> args, PrintStream out) throws Refused, IOException {
        Arguments given = Arguments.parse(args, Set.of("--queries", "--signals", "--run", "--ridge"), Set.of());
        if (!given.words().isEmpty())
            throw new Refused("evaluate fit does not know '" + given.words().getFirst() + "'");
        List<InputProblem> problems = new ArrayList<>();
        List<CrossFit.Example> examples = examples(given, problems);
        problems.forEach(problem -> err.println("warning: " + problem));
        if (examples.stream().map(each -> each.judged().right()).distinct().count() < 2)
            throw new Refused("a fit needs questions that were answered rightly and others that were not");
        CrossFit fit = new CrossFit(ridge(given));
        out.print(table(examples, fit.probabilities(examples)));
        Coefficients all = fit.all(examples);
        out.println(
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(all));
        out.flush();
        return 0;
    }

    private static double ridge(Arguments given) throws Refused {
        String word = given.one("--ridge").orElse(DEFAULT_RIDGE);
        try {
            double ridge = Double.parseDouble(word);
            if (ridge > 0 && Double.isFinite(ridge)) return ridge;
        } catch (NumberFormatException e) {
            // Refused below, as what is no ridge.
        }
        throw new Refused("--ridge is a number above 0, not '" + word + "'");
    }

    private static List<CrossFit.Example> examples(Arguments given, List<InputProblem> problems)
            throws Refused, IOException {
        Map<String, JsonNode> signals = lines(given, "--signals", problems);
        Map<String, JsonNode> run = lines(given, "--run", problems);
        Queries queries = new Queries(problem -> {});
        queries.read(file(given, "--queries"), Set.of());
        List<CrossFit.Example> examples = new ArrayList<>();
        for (Query query : queries.all()) {
            JsonNode told = run.get(query.id());
            JsonNode seen = signals.get(query.id());
            if (query.label().isEmpty() || told == null || seen == null) continue;
            if (!SEARCHED.contains(told.path("verdict").asText())) continue;
            examples.add(example(query.label().get(), told, seen));
        }
        return examples;
    }

    /** Right where one of the documents cited is relevant. */
    private static CrossFit.Example example(Label label, JsonNode told, JsonNode seen) {
        List<String> cited = new ArrayList<>();
        told.path("citations").forEach(document -> cited.add(document.asText()));
        Map<String, Double> values = new HashMap<>();
        seen.path("signals")
                .properties()
                .forEach(value -> values.put(value.getKey(), value.getValue().asDouble()));
        String first = told.path("ranked").path(0).path("doc").asText();
        return new CrossFit.Example(
                new JudgedSignals(
                        new Signals(values),
                        cited.stream().anyMatch(label.relevant()::contains),
                        JudgedSignals.Origin.ASKER),
                label.relevant().stream().sorted().findFirst().orElse(first),
                label.answerable());
    }

    private static Map<String, JsonNode> lines(Arguments given, String option, List<InputProblem> problems)
            throws Refused, IOException {
        Map<String, JsonNode> lines = new HashMap<>();
        new JsonLines(problems::add).read(file(given, option), (number, object) -> {
            if (object.hasNonNull("id")) lines.put(object.get("id").asText(), object);
        });
        return lines;
    }

    private static Path file(Arguments given, String option) throws Refused {
        Path file = Path.of(given.one(option).orElseThrow(() -> new Refused("evaluate fit needs " + option + " FILE")));
        if (!Files.isReadable(file) || Files.isDirectory(file))
            throw new Refused(option + " " + file + " cannot be read");
        return file;
    }

    private static String table(List<CrossFit.Example> examples, List<Double> probabilities) {
        Selection all = new Selection(
                probabilities,
                examples.stream().map(each -> each.judged().right()).toList());
        long answerable = examples.stream().filter(CrossFit.Example::answerable).count();
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%d questions, %d answerable; fitted without them: AUROC %.3f, ECE %.3f%n"
                        + "threshold  right  wrong  answered though unanswerable%n",
                examples.size(),
                answerable,
                all.auroc(),
                CalibrationError.of(all)));
        for (int percent = 50; percent <= 95; percent += 5) {
            int[] counts = new int[3];
            for (int i = 0; i < examples.size(); i++) {
                if (probabilities.get(i) < percent / 100.0) continue;
                CrossFit.Example each = examples.get(i);
                counts[each.judged().right() ? 0 : each.answerable() ? 1 : 2]++;
            }
            table.append(String.format(
                    Locale.ROOT, "%9.2f  %5d  %5d  %5d%n", percent / 100.0, counts[0], counts[1], counts[2]));
        }
        return table.toString();
    }
}
