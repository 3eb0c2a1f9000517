package io.jiangwen.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.jiangwen.craftsman.Profile;
import io.jiangwen.question.Question;
import io.jiangwen.text.Normalizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads craftsmen. What is missing is empty, and who does not say that he is away is there. */
final class CraftsmanLines {
    private static final List<String> LISTS = List.of("trades", "processes", "equipment", "materials", "solved");

    private final Consumer<InputProblem> problems;
    private final Set<String> ids = new HashSet<>();
    private final List<CraftsmanLine> lines = new ArrayList<>();

    CraftsmanLines(Consumer<InputProblem> problems) {
        this.problems = problems;
    }

    /** @throws IOException when the file cannot be read at all */
    List<CraftsmanLine> read(Path file) throws IOException {
        new JsonLines(problems).read(file, (line, object) -> {
            String wrong = take(object);
            if (!wrong.isEmpty()) problems.accept(new InputProblem(file.toString(), line, wrong));
        });
        return List.copyOf(lines);
    }

    /** @return what is wrong with it, empty when it was taken */
    private String take(JsonNode object) {
        String id = object.path("id").asText("").strip();
        if (id.isEmpty()) return "a craftsman without an id";
        for (String list : LISTS) {
            String wrong = wrong(object.path(list));
            if (!wrong.isEmpty()) return "the craftsman " + id + ": " + list + " " + wrong;
        }
        JsonNode available = object.path("available");
        if (!isAbsent(available) && !available.isBoolean())
            return "the craftsman " + id + ": available is true or false, not " + available;
        JsonNode region = object.path("region");
        if (!isAbsent(region) && !region.isValueNode()) return "the craftsman " + id + ": region is a text";
        if (!ids.add(id)) return "the id " + id + " was there before; the first counts";
        Profile profile = new Profile(
                texts(object.path("trades")),
                texts(object.path("processes")),
                texts(object.path("equipment")),
                texts(object.path("materials")),
                region(region));
        lines.add(new CraftsmanLine(
                id, profile, texts(object.path("solved")), isAbsent(available) || available.booleanValue()));
        return "";
    }

    static @Nullable String region(JsonNode node) {
        return isAbsent(node) || node.asText().isBlank() ? null : node.asText().strip();
    }

    private static String wrong(JsonNode list) {
        if (isAbsent(list) || list.isTextual()) return tooLong(list);
        if (!list.isArray()) return "is a list of texts";
        for (JsonNode text : list) {
            if (!text.isTextual()) return "is a list of texts, and " + text + " is none";
            if (!tooLong(text).isEmpty()) return tooLong(text);
        }
        return "";
    }

    private static String tooLong(JsonNode text) {
        int length = text.asText("").length();
        return length > Question.LONGEST ? "has a text of " + length + " characters; at most " + Question.LONGEST : "";
    }

    /** A single text is a list of one. */
    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        if (list.isTextual()) texts.add(Normalizer.clean(list.asText()));
        list.forEach(text -> texts.add(Normalizer.clean(text.asText(""))));
        texts.removeIf(String::isBlank);
        return texts;
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
