package io.jiangwen.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.jiangwen.model.PlainEmbedder;
import io.jiangwen.text.Language;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/**
 * {@code ./jiangwen evaluate baselines}: plain keyword search and plain vectors on the same files, by Lucene and langchain4j
 * rather than by code of ours. Needs neither service nor database.
 */
final class BaselinesCommand {
    private static final int RANKED = 20;

    private final Map<String, String> environment;
    private final PrintStream err;

    BaselinesCommand(Map<String, String> environment, PrintStream err) {
        this.environment = environment;
        this.err = err;
    }

    /** Figures of a way of ranking. */
    private record Row(String method, RetrievalScores scores) {}

    /** @return 0 when measured, 2 with {@code --strict} and problems in the files */
    int run(List<String> args, PrintStream out) throws Refused, IOException, InterruptedException {
        Arguments given =
                Arguments.parse(args, Set.of("--docs", "--queries", "--masked"), Set.of("--json", "--strict"));
        if (given.all("--docs").isEmpty() || given.one("--queries").isEmpty())
            throw new Refused("evaluate baselines needs --docs and --queries");
        EvaluationInput input = EvaluationInput.read(
                given.all("--docs").stream().map(Path::of).toList(),
                Path.of(given.one("--queries").orElseThrow()),
                given.one("--masked").map(Path::of));
        input.problems().forEach(problem -> err.println("warning: " + problem));
        if (given.has("--strict") && !input.problems().isEmpty()) return 2;
        if (input.queries().stream()
                .noneMatch(query -> query.label().filter(Label::answerable).isPresent()))
            throw new Refused("no query is labelled as answerable: there is nothing to score");
        List<Row> rows = rows(input);
        out.print(given.has("--json") ? json(input, rows) : table(input, rows));
        out.flush();
        return 0;
    }

    private List<Row> rows(EvaluationInput input) throws IOException, InterruptedException {
        List<Document> documents = input.documents();
        List<Row> rows = new ArrayList<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            Language language = language(documents);
            VectorRanker vectors = new VectorRanker(
                    documents,
                    new CachedEmbedder(PlainEmbedder.ofTheService(), EvaluationSettings.cache(environment)),
                    language,
                    threads,
                    new Progress(err));
            switch (language) {
                case ZH -> {
                    rows.add(row("BM25 smartcn", new KeywordRanker(documents, new SmartChineseAnalyzer()), input));
                    rows.add(row("BM25 cjk", new KeywordRanker(documents, new CJKAnalyzer()), input));
                    rows.add(row("bge-zh", vectors, input));
                }
                case EN -> {
                    rows.add(row("BM25 english", new KeywordRanker(documents, new EnglishAnalyzer()), input));
                    rows.add(row("MiniLM", vectors, input));
                }
            }
        }
        return rows;
    }

    /** That of most documents. */
    private static Language language(List<Document> documents) {
        long english = documents.stream()
                .filter(document -> document.content().language() == Language.EN)
                .count();
        return english * 2 > documents.size() ? Language.EN : Language.ZH;
    }

    private static Row row(String method, Ranker ranker, EvaluationInput input) throws IOException {
        List<Judged> judged = new ArrayList<>();
        for (Query query : input.queries()) {
            Optional<Label> label = query.label().filter(Label::answerable);
            if (label.isEmpty()) continue;
            judged.add(new Judged(label.get(), ranker.rank(query.question().text(), RANKED), 0, false));
        }
        return new Row(method, RetrievalScores.of(judged));
    }

    private static String table(EvaluationInput input, List<Row> rows) {
        StringBuilder table = new StringBuilder();
        table.append(String.format(
                Locale.ROOT,
                "%d documents, %d answerable queries%n%-14s",
                input.documents().size(),
                rows.getFirst().scores().queries(),
                ""));
        rows.getFirst().scores().named().keySet().forEach(name -> table.append(String.format("%9s", name)));
        for (Row row : rows) {
            table.append(String.format("%n%-14s", row.method()));
            row.scores().named().values().forEach(value -> table.append(String.format(Locale.ROOT, "%9.3f", value)));
        }
        return table.append('\n').toString();
    }

    private static String json(EvaluationInput input, List<Row> rows) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("documents", input.documents().size());
        json.put("queries", rows.getFirst().scores().queries());
        Map<String, Object> methods = new LinkedHashMap<>();
        rows.forEach(row -> methods.put(row.method(), row.scores().named()));
        json.put("methods", methods);
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(json) + "\n";
    }
}
