package io.jiangwen.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.jiangwen.question.Question;
import io.jiangwen.text.Language;
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

/** Reads questions, with labels where there are any. */
final class Queries {
    /** The service remembers as many earlier questions of a thread. */
    private static final int REMEMBERED_QUESTIONS = 5;

    private final Consumer<InputProblem> problems;
    private final Set<String> ids = new HashSet<>();
    private final List<Query> queries = new ArrayList<>();

    Queries(Consumer<InputProblem> problems) {
        this.problems = problems;
    }

    /**
     * @param documents ids of all documents, masked ones too
     * @throws IOException when the file cannot be read at all
     */
    void read(Path file, Set<String> documents) throws IOException {
        String name = file.toString();
        new JsonLines(problems).read(file, (line, object) -> {
            String wrong = take(object);
            if (!wrong.isEmpty()) problems.accept(new InputProblem(name, line, wrong));
            Set<String> unknown = relevant(object);
            unknown.removeAll(documents);
            if (!unknown.isEmpty()) {
                problems.accept(new InputProblem(name, line, "relevant ids that no document has: " + unknown));
            }
        });
    }

    /** In the order of the file. */
    List<Query> all() {
        return List.copyOf(queries);
    }

    /** @return what is wrong with it, empty when it was taken */
    private String take(JsonNode object) {
        String id = object.path("id").asText("").strip();
        if (id.isEmpty()) return "a query without an id";
        String text = Normalizer.clean(object.path("text").asText(""));
        if (text.isBlank()) return "the query " + id + " has no text";
        if (text.length() > Question.LONGEST)
            return "the query " + id + " has " + text.length() + " characters; the service takes " + Question.LONGEST;
        Optional<Label> label = label(object);
        if (!ids.add(id)) return "the id " + id + " was there before; the first counts";
        queries.add(new Query(id, new Question(text, Language.of(text), before(object)), label));
        boolean contradictory = object.path("answerable").asBoolean(false) && label.isEmpty();
        return contradictory ? "the query " + id + " is answerable by no document: it counts as unlabelled" : "";
    }

    private static List<String> before(JsonNode object) {
        List<String> before = new ArrayList<>();
        for (JsonNode earlier : object.path("before")) {
            String text = Normalizer.clean(earlier.asText(""));
            if (!text.isBlank()) before.add(text);
        }
        return before.subList(Math.max(0, before.size() - REMEMBERED_QUESTIONS), before.size());
    }

    /** Answerable where it says so, or says nothing and names a document; unlabelled where it says neither. */
    private static Optional<Label> label(JsonNode object) {
        Set<String> relevant = relevant(object);
        boolean told = object.path("answerable").isBoolean();
        boolean answerable = told ? object.path("answerable").booleanValue() : !relevant.isEmpty();
        if (answerable) return relevant.isEmpty() ? Optional.empty() : Optional.of(Label.answeredBy(relevant));
        return told || object.has("relevant_ids") ? Optional.of(Label.UNANSWERABLE) : Optional.empty();
    }

    private static Set<String> relevant(JsonNode object) {
        Set<String> ids = new LinkedHashSet<>();
        object.path("relevant_ids").forEach(id -> ids.add(id.asText("").strip()));
        return ids;
    }
}
