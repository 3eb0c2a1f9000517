package io.jiangwen.evaluation;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What there is to find and what is asked, after masking.
 *
 * @param problems what could not be used
 */
record EvaluationInput(List<Document> documents, List<Query> queries, List<InputProblem> problems) {
    EvaluationInput {
        documents = List.copyOf(documents);
        queries = List.copyOf(queries);
        problems = List.copyOf(problems);
    }

    /** @throws Refused when a file cannot be read, or nothing is left to load or to ask */
    static EvaluationInput read(List<Path> docs, Path queryFile, Optional<Path> maskFile) throws Refused {
        List<InputProblem> problems = new ArrayList<>();
        Documents documents = new Documents(problems::add);
        Queries queries = new Queries(problems::add);
        try {
            for (Path path : docs) documents.read(path);
            Set<String> ids = documents.all().stream().map(Document::id).collect(Collectors.toSet());
            queries.read(queryFile, ids);
            Masking masking = maskFile.isPresent() ? Masking.read(maskFile.get()) : Masking.NONE;
            maskFile.ifPresent(file -> problems.addAll(unknown(file, masking, ids, queries.all())));
            EvaluationInput input = new EvaluationInput(documents.all(), queries.all(), problems).masked(masking);
            if (input.documents().isEmpty()) throw input.empty("no document to load in " + docs);
            if (input.queries().isEmpty()) throw input.empty("no query to ask in " + queryFile);
            return input;
        } catch (NoSuchFileException e) {
            throw new Refused("there is no file or folder " + e.getFile());
        } catch (IOException e) {
            throw new Refused("cannot be read: " + e.getMessage());
        }
    }

    private Refused empty(String what) {
        if (problems.isEmpty()) return new Refused(what);
        return new Refused(what + "; the first of " + problems.size() + " problems: " + problems.getFirst());
    }

    private EvaluationInput masked(Masking masking) {
        return new EvaluationInput(
                documents.stream()
                        .filter(document -> !masking.removed().contains(document.id()))
                        .toList(),
                queries.stream()
                        .map(query -> masking.unanswerable().contains(query.id())
                                ? query.labelled(Label.UNANSWERABLE)
                                : query)
                        .toList(),
                problems);
    }

    private static List<InputProblem> unknown(Path file, Masking masking, Set<String> documents, List<Query> queries) {
        Set<String> asked = queries.stream().map(Query::id).collect(Collectors.toSet());
        List<InputProblem> unknown = new ArrayList<>();
        masking.removed().stream()
                .filter(id -> !documents.contains(id))
                .sorted()
                .forEach(id -> unknown.add(new InputProblem(file.toString(), 0, "no document has the id " + id)));
        masking.unanswerable().stream()
                .filter(id -> !asked.contains(id))
                .sorted()
                .forEach(id -> unknown.add(new InputProblem(file.toString(), 0, "no query has the id " + id)));
        return unknown;
    }
}
