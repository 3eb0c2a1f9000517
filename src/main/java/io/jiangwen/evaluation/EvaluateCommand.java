package io.jiangwen.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** {@code ./jiangwen evaluate}: how well the service answers these questions from these documents. */
public final class EvaluateCommand {
    private static final int WRONG_USAGE = 2;
    private static final int PROBLEMS_SHOWN = 20;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    private EvaluateCommand(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** @return exit code: 0 when evaluated, 1 when it failed, 2 on wrong usage and on files that cannot be used */
    public static int run(List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
            return switch (args.isEmpty() ? "" : args.getFirst()) {
                case "anonymise" -> new AnonymiseCommand(err).run(rest, out);
                case "baselines" -> new BaselinesCommand(environment, err).run(rest, out);
                case "citations" -> new CitationsCommand(err).run(rest, out);
                case "fit" -> new FitCommand(err).run(rest, out);
                case "matching" -> new MatchingCommand(environment, err).run(rest, out);
                default -> new EvaluateCommand(environment, out, err).evaluate(EvaluateOptions.parse(args));
            };
        } catch (Refused e) {
            err.println("jiangwen evaluate: " + e.getMessage());
            err.println(EvaluateOptions.USAGE);
            return WRONG_USAGE;
        } catch (SQLException e) {
            err.println("jiangwen evaluate: the database does not allow it: " + e.getMessage());
            err.println("  Its user must be allowed to create a schema: GRANT CREATE ON DATABASE ... TO ...");
            return 1;
        } catch (IllegalStateException | IOException e) {
            err.println("jiangwen evaluate: it failed: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int evaluate(EvaluateOptions options) throws Refused, SQLException, IOException {
        if (options.out().isPresent())
            OutputFile.writable("--out", options.out().get());
        if (options.signals().isPresent())
            OutputFile.writable("--signals", options.signals().get());
        EvaluationInput input = EvaluationInput.read(options.docs(), options.queries(), options.masked());
        tell(input.problems());
        if (options.strict() && !input.problems().isEmpty())
            throw new Refused(
                    "--strict stops at " + input.problems().size() + " problems; correct the files named above");
        DatabaseAddress database = DatabaseAddress.of(environment);
        try (OwnSchema schema = OwnSchema.create(database, options.keep());
                Interruption interruption = new Interruption(schema)) {
            int code = ServiceBeans.run(
                    EvaluationSettings.of(schema, database, environment), () -> inService(options, input, schema));
            if (options.keep()) err.println("kept: the schema " + schema.name() + " in " + database);
            return interruption.isUnderWay() ? 1 : code;
        }
    }

    private int inService(EvaluateOptions options, EvaluationInput input, OwnSchema schema) throws Exception {
        EvaluationRun run = Arc.container().instance(EvaluationRun.class).get();
        EvaluationRun.Result result = run.run(input, options, schema, new Progress(err));
        tell(result.problems());
        if (options.strict() && !result.problems().isEmpty()) return WRONG_USAGE;
        if (options.out().isPresent())
            OutputFile.write(result.lines(), options.out().get());
        if (options.signals().isPresent())
            OutputFile.write(result.signals(), options.signals().get());
        out.print(options.json() ? pretty(result.report()) : result.report().table());
        out.flush();
        return 0;
    }

    private void tell(List<InputProblem> problems) {
        problems.stream().limit(PROBLEMS_SHOWN).forEach(problem -> err.println("warning: " + problem));
        if (problems.size() > PROBLEMS_SHOWN)
            err.println("warning: and " + (problems.size() - PROBLEMS_SHOWN) + " more problems");
    }

    private static String pretty(Report report) throws IOException {
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report.json()) + "\n";
    }
}
