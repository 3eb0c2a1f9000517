package io.jiangwen.curation;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the Markdown files of a knowledge base, in a folder or in the packed application. */
final class KnowledgeFiles {
    private static final String PACKED = "knowledge-base";
    private static final String GLOSSARY = "glossary.tsv";

    private KnowledgeFiles() {}

    /**
     * A file as it lies there.
     *
     * @param path relative to the knowledge base, with {@code /}
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record RawFile(String path, byte[] bytes) {}

    /** The files of {@code folder}, or of the knowledge base that is packed in; ordered by path. */
    static List<RawFile> read(Optional<Path> folder) throws IOException {
        if (folder.isPresent()) return in(folder.get());
        List<RawFile> files = new ArrayList<>();
        ClassPathUtils.consumeAsPaths(KnowledgeFiles.class.getClassLoader(), PACKED, root -> files.addAll(in(root)));
        return files;
    }

    /** The glossary of {@code folder}, or of the knowledge base that is packed in, where it has one. */
    static Optional<byte[]> glossary(Optional<Path> folder) throws IOException {
        if (folder.isPresent()) return glossaryIn(folder.get());
        List<byte[]> found = new ArrayList<>();
        ClassPathUtils.consumeAsPaths(KnowledgeFiles.class.getClassLoader(), PACKED, root -> glossaryIn(root)
                .ifPresent(found::add));
        return found.stream().findFirst();
    }

    private static Optional<byte[]> glossaryIn(Path root) {
        Path file = root.resolve(GLOSSARY);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the glossary cannot be read", e);
        }
    }

    private static List<RawFile> in(Path root) {
        try (Stream<Path> paths = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return paths.filter(path -> isArticle(root, path))
                    .map(path -> file(root, path))
                    .sorted(java.util.Comparator.comparing(RawFile::path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the knowledge base cannot be read", e);
        }
    }

    private static boolean isArticle(Path root, Path path) {
        Path relative = root.relativize(path);
        return Files.isRegularFile(path)
                && relative.getNameCount() > 1
                && ShippedFile.FOLDERS.containsKey(relative.getName(0).toString())
                && relative.toString().endsWith(".md");
    }

    private static RawFile file(Path root, Path path) {
        try {
            return new RawFile(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException("the knowledge base cannot be read", e);
        }
    }
}
