package io.jiangwen.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jiangwen.curation.Anonymised;
import io.jiangwen.curation.Anonymiser;
import io.jiangwen.text.Language;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * {@code ./jiangwen evaluate anonymise}: what is hidden of texts before they are published or reach another enterprise.
 * Needs neither service nor database.
 */
final class AnonymiseCommand {
    private final PrintStream err;

    AnonymiseCommand(PrintStream err) {
        this.err = err;
    }

    /**
     * @param companies whose texts they are, full names
     * @param people names known to stand there
     */
    private record Line(JsonNode id, String text, List<String> companies, List<String> people) {}

    /** @return 0 when every line was anonymised, 1 when lines were left out */
    int run(List<String> args, PrintStream out) throws Refused, IOException {
        LineFiles files = LineFiles.of(
                Arguments.parse(args, Set.of(LineFiles.IN, LineFiles.OUT), Set.of()), "evaluate anonymise");
        List<InputProblem> problems = new ArrayList<>();
        List<ObjectNode> results = new ArrayList<>();
        new JsonLines(problems::add).read(files.in(), (number, object) -> line(object)
                .ifPresentOrElse(
                        line -> results.add(result(line)),
                        () -> problems.add(new InputProblem(
                                files.in().toString(), number, "needs id and text; names and people are lists"))));
        problems.forEach(problem -> err.println("warning: " + problem));
        OutputFile.write(results, files.out());
        out.println(results.size() + " texts anonymised, "
                + results.stream()
                        .mapToInt(result -> result.path("masked").size())
                        .sum() + " places hidden");
        out.flush();
        return problems.isEmpty() ? 0 : 1;
    }

    private static Optional<Line> line(JsonNode object) {
        JsonNode id = object.get("id");
        JsonNode text = object.get("text");
        Optional<List<String>> names = texts(object.path("names"));
        Optional<List<String>> people = texts(object.path("people"));
        if (id == null || text == null || !text.isTextual() || names.isEmpty() || people.isEmpty())
            return Optional.empty();
        return Optional.of(new Line(id, text.asText(), names.get(), people.get()));
    }

    /** Nothing where there is something else than texts. */
    private static Optional<List<String>> texts(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) return Optional.of(List.of());
        boolean listed = node.isArray()
                && StreamSupport.stream(node.spliterator(), false).allMatch(JsonNode::isTextual);
        return listed
                ? Optional.of(StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList())
                : Optional.empty();
    }

    private static ObjectNode result(Line line) {
        String text = line.text();
        Anonymised hidden = new Anonymiser(Language.of(text), line.people(), line.companies()).anonymise(text);
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.set("id", line.id());
        result.put("text", hidden.text());
        ArrayNode masked = result.putArray("masked");
        for (Anonymised.Mask mask : hidden.masked())
            masked.addObject()
                    .put("start", text.codePointCount(0, mask.range().start()))
                    .put("end", text.codePointCount(0, mask.range().end()))
                    .put("kind", mask.kind().name());
        return result;
    }
}
