package io.jiangwen.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.jiangwen.curation.KnowledgeFolder;
import io.jiangwen.question.Question;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code ./jiangwen bench}: how fast, beside what it is compared with in the same run. */
public final class BenchCommand {
    private static final int QUESTIONS = 200;
    private static final long SEED = 1;

    private final BenchOptions options;
    private final Map<String, String> environment;
    private final PrintStream err;

    private BenchCommand(BenchOptions options, Map<String, String> environment, PrintStream err) {
        this.options = options;
        this.environment = environment;
        this.err = err;
    }

    /** What {@code --json} prints. */
    record Report(String machine, List<Measurement> results) {}

    /** @return exit code: 0 when measured, 1 when it could not be, 2 on wrong usage */
    public static int run(List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            BenchOptions options = BenchOptions.parse(args);
            List<Measurement> results = new BenchCommand(options, environment, err).measure();
            if (results.isEmpty()) return 1;
            print(new Report(machine(), results), options.json(), out);
            return 0;
        } catch (Refused e) {
            err.println("jiangwen bench: " + e.getMessage());
            err.println(BenchOptions.USAGE);
            return 2;
        } catch (IOException | SQLException | IllegalStateException e) {
            err.println("jiangwen bench: it could not be measured: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private List<Measurement> measure() throws Refused, IOException, SQLException, InterruptedException {
        List<Measurement> results = new ArrayList<>();
        if (options.includes(BenchOptions.Suite.LOAD)) results.addAll(load());
        if (options.includes(BenchOptions.Suite.EMBED) || options.includes(BenchOptions.Suite.QUERY))
            results.addAll(inService());
        return results;
    }

    private List<Measurement> load() throws IOException, InterruptedException {
        @Nullable String address = environment.get("JIANGWEN_BENCH_URL");
        if (address == null) {
            err.println("bench load is left out: it asks a running service (./jiangwen run --detach)");
            return List.of();
        }
        try (LoadBench bench = new LoadBench(URI.create(address))) {
            return List.of(bench.firstSentence(), bench.wholeTurn());
        }
    }

    private List<Measurement> inService() throws Refused, IOException, SQLException {
        List<KnowledgeFolder.Entry> articles = KnowledgeFolder.packed().entries();
        if (articles.isEmpty()) throw new IOException("no article is packed in");
        List<Question> questions = Stream.generate(() -> articles)
                .flatMap(List::stream)
                .limit(QUESTIONS)
                .map(article -> Question.of(article.content().title()))
                .toList();
        List<Measurement> results = new ArrayList<>();
        DatabaseAddress database = DatabaseAddress.of(environment);
        try (OwnSchema schema = OwnSchema.create(database, false);
                Interruption interruption = new Interruption(schema)) {
            Map<String, String> settings = new HashMap<>(EvaluationSettings.of(schema, database, environment));
            settings.put("jiangwen.evaluation.cache-questions", "false");
            ServiceBeans.run(settings, () -> {
                if (options.includes(BenchOptions.Suite.EMBED))
                    results.addAll(bean(EmbedBench.class).measure(questions));
                if (options.includes(BenchOptions.Suite.QUERY))
                    results.addAll(bean(QueryBench.class)
                            .measure(
                                    new BenchPassages(articles, SEED).make(options.passages()),
                                    questions,
                                    schema,
                                    new Progress(err)));
                return 0;
            });
            return interruption.isUnderWay() ? List.of() : results;
        }
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    private static void print(Report report, boolean json, PrintStream out) throws JsonProcessingException {
        if (json) {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(report));
            return;
        }
        out.println(report.machine());
        out.printf("%-46s %8s %10s %10s %7s %10s %10s%n", "", "unit", "ours", "floor", "ratio", "p50", "p95");
        for (Measurement m : report.results()) {
            out.printf(
                    Locale.ROOT,
                    "%-46s %8s %10.4g %10.4g %7.3f %10.4g %10.4g%n",
                    m.name(),
                    m.unit(),
                    m.ours(),
                    m.floor(),
                    m.ratio(),
                    m.p50(),
                    m.p95());
        }
    }

    private static String machine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + Runtime.version().feature();
    }
}
