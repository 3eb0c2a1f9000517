package io.jiangwen;

import io.jiangwen.evaluation.BenchCommand;
import io.jiangwen.evaluation.CalibrateCommand;
import io.jiangwen.evaluation.EvaluateCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import java.util.List;

/** The service, or one of the verbs of the launcher that run beside it. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... args) {
        String verb = args.length > 0 ? args[0] : "";
        List<String> words = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        switch (verb) {
            case "bench" -> System.exit(BenchCommand.run(words, System.getenv(), System.out, System.err));
            case "calibrate" -> System.exit(CalibrateCommand.run(words, System.getenv(), System.out, System.err));
            case "evaluate" -> System.exit(EvaluateCommand.run(words, System.getenv(), System.out, System.err));
            default -> Quarkus.run(args);
        }
    }
}
