package io.jiangwen;

import io.jiangwen.evaluation.BenchCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;

/** The service, or one of the verbs of the launcher that run beside it. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... args) {
        if (args.length > 0 && args[0].equals("bench")) {
            System.exit(BenchCommand.run(
                    Arrays.asList(args).subList(1, args.length), System.getenv(), System.out, System.err));
        }
        Quarkus.run(args);
    }
}
