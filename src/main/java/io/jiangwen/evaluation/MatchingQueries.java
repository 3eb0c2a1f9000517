package io.jiangwen.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.jiangwen.question.Question;
import io.jiangwen.text.Normalizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads questions that somebody is looked for, with labels where there are any. */
final class MatchingQueries {
    private final Consumer<InputProblem> problems;
    private final Set<String> ids = new HashSet<>();
    private final List<MatchingQuery> queries = new ArrayList<>();

    MatchingQueries(Consumer<InputProblem> problems) {
        this.problems = problems;
    }

    /**
     * @param craftsmen ids of all, those too who are away
     * @throws IOException when the file cannot be read at all
     */
    List<MatchingQuery> read(Path file, Set<String> craftsmen) throws IOException {
        new JsonLines(problems).read(file, (line, object) -> {
            String wrong = take(object);
            if (!wrong.isEmpty()) problems.accept(new InputProblem(file.toString(), line, wrong));
            Set<String> unknown = relevant(object);
            unknown.removeAll(craftsmen);
            if (!unknown.isEmpty())
                problems.accept(
                        new InputProblem(file.toString(), line, "relevant ids that no craftsman has: " + unknown));
        });
        return List.copyOf(queries);
    }

    /** @return what is wrong with it, empty when it was taken */
    private String take(JsonNode object) {
        String id = object.path("id").asText("").strip();
        if (id.isEmpty()) return "a question without an id";
        String text = Normalizer.clean(object.path("text").asText(""));
        if (text.isBlank()) return "the question " + id + " has no text";
        if (text.length() > Question.LONGEST)
            return "the question " + id + " has " + text.length() + " characters; the service takes "
                    + Question.LONGEST;
        if (!ids.add(id)) return "the id " + id + " was there before; the first counts";
        queries.add(new MatchingQuery(
                id,
                text,
                CraftsmanLines.region(object.path("region")),
                object.path("relevant_ids").isArray() ? Optional.of(relevant(object)) : Optional.empty()));
        return "";
    }

    private static Set<String> relevant(JsonNode object) {
        Set<String> ids = new LinkedHashSet<>();
        object.path("relevant_ids").forEach(id -> ids.add(id.asText("").strip()));
        return ids;
    }
}
