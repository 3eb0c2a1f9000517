package io.jiangwen.curation;

import io.jiangwen.knowledge.ArticleContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A knowledge base as it lies in a folder, read exactly as the service reads the one it ships. */
public record KnowledgeFolder(List<Entry> entries, List<Fault> faults) {
    public KnowledgeFolder {
        entries = List.copyOf(entries);
        faults = List.copyOf(faults);
    }

    /**
     * An article.
     *
     * @param file relative to the folder
     * @param line where its id stands
     */
    public record Entry(String file, int line, String id, ArticleContent content) {}

    /** Why a file, or a part of it, is not taken. */
    public record Fault(String file, int line, String reason) {}

    /** @throws IOException when the folder cannot be read */
    public static KnowledgeFolder read(Path folder) throws IOException {
        return of(Optional.of(folder));
    }

    /** The knowledge base that is packed in. */
    public static KnowledgeFolder packed() throws IOException {
        return of(Optional.empty());
    }

    private static KnowledgeFolder of(Optional<Path> folder) throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (KnowledgeFiles.RawFile file : files(folder)) {
            switch (ShippedFile.read(file)) {
                case ShippedFile.Article article ->
                    entries.add(new Entry(article.file(), article.idLine(), article.id(), article.content()));
                case ShippedFile.Wrong wrong ->
                    wrong.problems().forEach(p -> faults.add(new Fault(p.file(), p.line(), p.reason())));
            }
        }
        return new KnowledgeFolder(entries, faults);
    }

    private static List<KnowledgeFiles.RawFile> files(Optional<Path> folder) throws IOException {
        try {
            return KnowledgeFiles.read(folder);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
