package io.jiangwen.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jiangwen.answer.CitationCheck;
import io.jiangwen.answer.Support;
import io.jiangwen.model.EmbeddedModels;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ./jiangwen evaluate citations}: the citation check on sentences with the passages they name. Needs neither
 * service nor database.
 */
final class CitationsCommand {
    static final String USAGE =
            "Usage: ./jiangwen evaluate citations --in F.jsonl --out G.jsonl [--fit BAR.properties]   ({\"id\",\"sentence\",\"passages\":[text]} a line)";

    private final PrintStream err;

    CitationsCommand(PrintStream err) {
        this.err = err;
    }

    private record Line(
            JsonNode id, String sentence, List<String> passages, Optional<Boolean> label, boolean heldOut) {}

    /** @return 0 when every line was checked, 1 when lines were left out */
    int run(List<String> args, PrintStream out) throws Refused, IOException {
        Arguments given = Arguments.parse(args, Set.of(LineFiles.IN, LineFiles.OUT, "--fit"), Set.of());
        LineFiles files = LineFiles.of(given, "evaluate citations");
        Path in = files.in();
        List<InputProblem> problems = new ArrayList<>();
        List<Line> lines = read(in, problems);
        problems.forEach(problem -> err.println("warning: " + problem));
        CitationScores scores = new CitationScores();
        CitationScores heldOut = new CitationScores();
        SupportFit fit = new SupportFit();
        CitationCheck check = CitationCheck.standalone(new EmbeddedModels());
        List<ObjectNode> results = new ArrayList<>();
        for (Line line : lines) {
            Support support = check.examine(line.sentence(), line.passages());
            if (line.label().isPresent()) {
                boolean label = line.label().get();
                (line.heldOut() ? heldOut : scores).add(label, support.isSupported());
                if (!line.heldOut()) fit.add(support, label);
            }
            results.add(result(line, support));
        }
        OutputFile.write(results, files.out());
        Optional<String> bar = given.one("--fit");
        if (bar.isPresent()) fit.write(Path.of(bar.get()), in.getFileName() + ", " + scores.labelled() + " sentences");
        out.println(lines.size() + " sentences checked");
        out.print(scores.table("labelled"));
        out.print(heldOut.table("held out"));
        out.flush();
        return problems.isEmpty() ? 0 : 1;
    }

    private static ObjectNode result(Line line, Support support) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.set("id", line.id());
        result.put("supported", support.isSupported());
        result.put("score", support.score());
        support.flaw().ifPresent(flaw -> result.put("flaw", flaw.name()));
        return result;
    }

    private static List<Line> read(Path in, List<InputProblem> problems) throws IOException {
        List<Line> lines = new ArrayList<>();
        new JsonLines(problems::add).read(in, (number, object) -> {
            JsonNode id = object.get("id");
            JsonNode sentence = object.get("sentence");
            JsonNode passages = object.get("passages");
            if (id == null || sentence == null || !sentence.isTextual() || passages == null || !passages.isArray()) {
                problems.add(new InputProblem(in.toString(), number, "needs id, sentence and passages"));
                return;
            }
            List<String> texts = new ArrayList<>();
            passages.forEach(passage -> texts.add(passage.asText()));
            JsonNode label = object.get("supported");
            lines.add(new Line(
                    id,
                    sentence.asText(),
                    texts,
                    label != null && label.isBoolean() ? Optional.of(label.asBoolean()) : Optional.empty(),
                    object.path("split").asText().equals("held-out")));
        });
        return lines;
    }
}
