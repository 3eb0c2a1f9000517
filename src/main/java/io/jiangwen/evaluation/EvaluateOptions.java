package io.jiangwen.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code ./jiangwen evaluate} was asked for.
 *
 * @param docs JSON Lines files and folders of a knowledge base; together they make one index
 * @param out where the run is written, a line per query
 * @param signals where what the judge saw is written
 * @param alpha tolerated share of wrong answers among those given
 * @param seed of everything drawn at random
 * @param keep whether the schema stays for inspection
 * @param strict whether a wrong line stops everything
 */
record EvaluateOptions(
        List<Path> docs,
        Path queries,
        Optional<Path> masked,
        Optional<Path> out,
        Optional<Path> signals,
        double alpha,
        long seed,
        Calibrate calibrate,
        boolean keep,
        boolean json,
        boolean strict) {
    static final String USAGE = """
            Usage: ./jiangwen evaluate --docs D [--docs ...] --queries Q.jsonl [--masked M.json] [--out RUN.jsonl]
                     [--signals S.jsonl] [--alpha 0.10] [--seed 1] [--calibrate self|prior|none] [--keep] [--json] [--strict]
                   ./jiangwen evaluate baselines --docs D [--docs ...] --queries Q.jsonl [--json] [--strict]
                   ./jiangwen evaluate citations --in F.jsonl --out G.jsonl [--fit BAR.properties]
                   ./jiangwen evaluate anonymise --in F.jsonl --out G.jsonl
                   ./jiangwen evaluate fit --queries Q.jsonl --signals S.jsonl --run RUN.jsonl [--ridge 10]
                   ./jiangwen evaluate matching --craftsmen C.jsonl --questions Q.jsonl [--out G.jsonl] [--json] [--strict]
              D is a JSON Lines file ({"id","title","text"}) or a folder of a knowledge base; docs/evaluation.md has the rest.""";

    private static final String DEFAULT_ALPHA = "0.10";
    private static final String DEFAULT_SEED = "1";

    /** Where probabilities come from. */
    enum Calibrate {
        /** The shipped prior adapted to the loaded documents. */
        SELF,
        /** The shipped calibration. */
        PRIOR,
        /** Nothing is calibrated: a score is taken at its word. */
        NONE
    }

    EvaluateOptions {
        docs = List.copyOf(docs);
        if (docs.isEmpty()) throw new IllegalArgumentException("no documents");
        if (!(alpha > 0 && alpha < 1)) throw new IllegalArgumentException("alpha " + alpha);
    }

    /** @throws Refused with what is wrong and what to do */
    static EvaluateOptions parse(List<String> args) throws Refused {
        Arguments given = Arguments.parse(
                args,
                Set.of("--docs", "--queries", "--masked", "--out", "--signals", "--alpha", "--seed", "--calibrate"),
                Set.of("--keep", "--json", "--strict"));
        if (!given.words().isEmpty())
            throw new Refused("evaluate does not know '" + given.words().getFirst() + "'");
        if (given.all("--docs").isEmpty()) throw new Refused("evaluate needs the documents: --docs D.jsonl");
        String queries = given.one("--queries")
                .orElseThrow(() -> new Refused("evaluate needs the questions: --queries Q.jsonl"));
        return new EvaluateOptions(
                given.all("--docs").stream().map(Path::of).toList(),
                Path.of(queries),
                given.one("--masked").map(Path::of),
                given.one("--out").map(Path::of),
                given.one("--signals").map(Path::of),
                alpha(given.one("--alpha").orElse(DEFAULT_ALPHA)),
                seed(given.one("--seed").orElse(DEFAULT_SEED)),
                calibrate(given.one("--calibrate").orElse("prior")),
                given.has("--keep"),
                given.has("--json"),
                given.has("--strict"));
    }

    private static double alpha(String text) throws Refused {
        try {
            double alpha = Double.parseDouble(text);
            if (alpha > 0 && alpha < 1) return alpha;
        } catch (NumberFormatException e) {
            throw new Refused("--alpha is a share between 0 and 1 such as 0.10, not '" + text + "'");
        }
        throw new Refused("--alpha is a share between 0 and 1 such as 0.10, not '" + text + "'");
    }

    private static long seed(String text) throws Refused {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refused("--seed is a whole number, not '" + text + "'");
        }
    }

    private static Calibrate calibrate(String text) throws Refused {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "prior" -> Calibrate.PRIOR;
            case "none" -> Calibrate.NONE;
            case "self" -> Calibrate.SELF;
            default -> throw new Refused("--calibrate is self, prior or none, not '" + text + "'");
        };
    }
}
