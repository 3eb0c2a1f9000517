package io.jiangwen.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.jiangwen.curation.KnowledgeFolder;
import io.jiangwen.knowledge.ArticleContent;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.knowledge.InvalidArticle;
import io.jiangwen.knowledge.Visibility;
import io.jiangwen.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads documents from JSON Lines files and from folders of a knowledge base; the first of an id counts. */
final class Documents {
    private final Consumer<InputProblem> problems;
    private final Map<String, Document> byId = new LinkedHashMap<>();
    private final Map<String, String> places = new HashMap<>();

    Documents(Consumer<InputProblem> problems) {
        this.problems = problems;
    }

    /** @throws IOException when a file or folder cannot be read at all */
    void read(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            KnowledgeFolder folder = KnowledgeFolder.read(path);
            folder.faults().forEach(fault -> problems.accept(problem(path, fault)));
            folder.entries()
                    .forEach(entry -> add(
                            path.resolve(entry.file()).toString(),
                            entry.line(),
                            new Document(entry.id(), entry.content())));
        } else {
            new JsonLines(problems).read(path, (line, object) -> take(path.toString(), line, object));
        }
    }

    /** In the order in which they were read. */
    List<Document> all() {
        return List.copyOf(byId.values());
    }

    private static InputProblem problem(Path folder, KnowledgeFolder.Fault fault) {
        return new InputProblem(folder.resolve(fault.file()).toString(), fault.line(), fault.reason());
    }

    private void take(String file, int line, JsonNode object) {
        String id = object.path("id").asText("").strip();
        if (id.isEmpty()) {
            problems.accept(new InputProblem(file, line, "a document without an id"));
            return;
        }
        try {
            add(file, line, new Document(id, content(file, id, object)));
        } catch (InvalidArticle e) {
            problems.accept(new InputProblem(file, line, "document " + id + ": " + e.getMessage()));
        }
    }

    private void add(String file, int line, Document document) {
        String earlier = places.putIfAbsent(document.id(), file + ", line " + line);
        if (earlier != null) {
            problems.accept(new InputProblem(
                    file, line, "the id " + document.id() + " is taken by " + earlier + "; the first counts"));
            return;
        }
        byId.put(document.id(), document);
    }

    /** As an uploaded text of that title; without one it is called by its id, as an upload is by its file's name. */
    private static ArticleContent content(String file, String id, JsonNode object) {
        String text = text(object.get("text"));
        String title = text(object.get("title")).strip();
        if (title.isEmpty()) title = id;
        return new ArticleContent(
                ArticleKind.CASE,
                title.substring(0, Math.min(title.length(), ArticleContent.LONGEST_TITLE)),
                text,
                Language.of(title + text),
                null,
                List.of(),
                "",
                Path.of(file).getFileName().toString(),
                "",
                null,
                new Visibility.Public(),
                0);
    }

    private static String text(@Nullable JsonNode value) {
        return value != null && value.isTextual() ? value.textValue() : "";
    }
}
