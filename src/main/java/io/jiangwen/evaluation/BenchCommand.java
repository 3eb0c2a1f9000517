package io.jiangwen.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** {@code ./jiangwen bench load [--json]}: measures a running service from outside and prints what it saw. */
public final class BenchCommand {
    private static final String USAGE = "Usage: ./jiangwen bench [load] [--json]";

    private BenchCommand() {}

    /** What {@code --json} prints. */
    record Report(String machine, List<Measurement> results) {}

    /** @return exit code: 0 when measured, 1 when the service could not be asked, 2 on wrong usage */
    public static int run(List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
        boolean json = args.contains("--json");
        List<String> suites = args.stream().filter(arg -> !arg.equals("--json")).toList();
        if (suites.stream().anyMatch(suite -> suite.equals("query") || suite.equals("embed"))) {
            err.println("bench query and bench embed are not there yet; bench load is.");
            return 1;
        }
        if (suites.size() > 1 || suites.stream().anyMatch(suite -> !suite.equals("load") && !suite.equals("all"))) {
            err.println(USAGE);
            return 2;
        }
        String address = environment.get("JIANGWEN_BENCH_URL");
        if (address == null) {
            err.println("Nothing to measure: start the service first (./jiangwen run --detach).");
            return 1;
        }
        try (LoadBench bench = new LoadBench(URI.create(address))) {
            Report report = new Report(machine(), List.of(bench.firstSentence(), bench.wholeTurn()));
            print(report, json, out);
            return 0;
        } catch (IOException e) {
            err.println("The service could not be measured: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void print(Report report, boolean json, PrintStream out) throws JsonProcessingException {
        if (json) {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(report));
            return;
        }
        out.println(report.machine());
        for (Measurement m : report.results()) {
            out.printf(
                    "%-16s p50 %7.1f %s   p95 %7.1f %s   floor p95 %7.1f %s   ratio %.2f%n",
                    m.name(), m.p50(), m.unit(), m.p95(), m.unit(), m.floor(), m.unit(), m.ratio());
        }
    }

    private static String machine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + Runtime.version().feature();
    }
}
