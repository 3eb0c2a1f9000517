package io.jiangwen.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.jiangwen.craftsman.MatchRules;
import io.jiangwen.model.PlainEmbedder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code ./jiangwen evaluate matching}: whom questions would be offered to, by the service's matcher and models. Needs
 * neither service nor database.
 */
final class MatchingCommand {
    private static final int PROBLEMS_SHOWN = 20;

    private final Map<String, String> environment;
    private final PrintStream err;

    MatchingCommand(Map<String, String> environment, PrintStream err) {
        this.environment = environment;
        this.err = err;
    }

    /** @return 0 when matched, 2 with {@code --strict} and problems in the files */
    int run(List<String> args, PrintStream out) throws Refused, IOException {
        Arguments given =
                Arguments.parse(args, Set.of("--craftsmen", "--questions", "--out"), Set.of("--json", "--strict"));
        if (!given.words().isEmpty())
            throw new Refused(
                    "evaluate matching does not know '" + given.words().getFirst() + "'");
        Optional<Path> target = given.one("--out").map(Path::of);
        if (target.isPresent()) OutputFile.writable("--out", target.get());
        List<InputProblem> problems = new ArrayList<>();
        List<CraftsmanLine> craftsmen = craftsmen(file(given, "--craftsmen"), problems);
        List<MatchingQuery> queries = queries(file(given, "--questions"), craftsmen, problems);
        tell(problems);
        if (given.has("--strict") && !problems.isEmpty()) return 2;
        if (craftsmen.isEmpty()) throw new Refused("there is no craftsman in --craftsmen");
        if (queries.isEmpty()) throw new Refused("there is no question in --questions");
        MatchRules rules = MatchRules.shipped();
        List<MatchingLine> lines = new MatchingRun(
                        new CachedEmbedder(PlainEmbedder.ofTheService(), EvaluationSettings.cache(environment)),
                        new Progress(err))
                .run(craftsmen, queries, rules);
        if (target.isPresent()) OutputFile.write(lines, target.get());
        MatchingReport report = MatchingReport.of(craftsmen, queries, lines, rules);
        out.print(given.has("--json") ? json(report) : report.table());
        out.flush();
        return 0;
    }

    private static Path file(Arguments given, String option) throws Refused {
        return given.one(option)
                .map(Path::of)
                .orElseThrow(() -> new Refused("evaluate matching needs --craftsmen C.jsonl and --questions Q.jsonl"));
    }

    private static List<CraftsmanLine> craftsmen(Path file, List<InputProblem> problems) throws Refused, IOException {
        try {
            return new CraftsmanLines(problems::add).read(file);
        } catch (NoSuchFileException e) {
            throw new Refused("there is no file " + file);
        }
    }

    private static List<MatchingQuery> queries(Path file, List<CraftsmanLine> craftsmen, List<InputProblem> problems)
            throws Refused, IOException {
        Set<String> ids = craftsmen.stream().map(CraftsmanLine::id).collect(Collectors.toSet());
        try {
            return new MatchingQueries(problems::add).read(file, ids);
        } catch (NoSuchFileException e) {
            throw new Refused("there is no file " + file);
        }
    }

    private void tell(List<InputProblem> problems) {
        problems.stream().limit(PROBLEMS_SHOWN).forEach(problem -> err.println("warning: " + problem));
        if (problems.size() > PROBLEMS_SHOWN)
            err.println("warning: and " + (problems.size() - PROBLEMS_SHOWN) + " more problems");
    }

    private static String json(MatchingReport report) throws IOException {
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report.json()) + "\n";
    }
}
