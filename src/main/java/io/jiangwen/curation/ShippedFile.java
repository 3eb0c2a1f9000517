package io.jiangwen.curation;

import io.jiangwen.knowledge.ArticleContent;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.knowledge.InvalidArticle;
import io.jiangwen.knowledge.Visibility;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file of the knowledge base, read as strictly as its authors promised. */
sealed interface ShippedFile {
    /** @param hash changes with any byte of the file */
    record Article(String file, int idLine, String id, ArticleContent content, String hash) implements ShippedFile {}

    /** @param id as far as it could be read, so that its article does not count as gone */
    record Wrong(List<FileProblem> problems, Optional<String> id) implements ShippedFile {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    /** The folders of a knowledge base and what lies in them. */
    Map<String, ArticleKind> FOLDERS = Map.of(
            "courses", ArticleKind.COURSE,
            "achievements", ArticleKind.ACHIEVEMENT,
            "cases", ArticleKind.CASE,
            "questions", ArticleKind.STANDARD_QUESTION,
            "know-how", ArticleKind.KNOW_HOW,
            "patents", ArticleKind.PATENT);

    List<String> REQUIRED = List.of(
            "id",
            "kind",
            "title",
            "trade",
            "keywords",
            "language",
            "source",
            "author",
            "licence",
            "review_by",
            "safety");

    static ShippedFile read(KnowledgeFiles.RawFile file) {
        return switch (MarkdownFile.read(file.path(), file.bytes())) {
            case MarkdownFile.Unreadable(FileProblem problem) -> new Wrong(List.of(problem), Optional.empty());
            case MarkdownFile.Read read -> read(read, hash(file.bytes()));
        };
    }

    private static ShippedFile read(MarkdownFile.Read file, String hash) {
        ArticleFields fields = new ArticleFields(file.name(), file.front());
        REQUIRED.forEach(fields::require);
        UploadedArticle article = UploadedArticle.of(file, fields);
        String folder = file.name().substring(0, Math.max(0, file.name().indexOf('/')));
        ArticleKind expected = FOLDERS.get(folder);
        if (expected != null && article.kind().isPresent() && article.kind().get() != expected)
            fields.problem(fields.line("kind"), "`kind` must be " + expected + " in the folder " + folder);
        if (!fields.problems().isEmpty()) return new Wrong(fields.problems(), article.id());
        try {
            ArticleContent content = article.fresh(
                    new UploadedArticle.Form(null, article.visibility().orElseGet(Visibility.Public::new), ""));
            return new Article(file.name(), fields.line("id"), article.id().orElseThrow(), content, hash);
        } catch (InvalidArticle e) {
            FileProblem problem =
                    new FileProblem(file.name(), fields.line("title"), e.code(), String.valueOf(e.getMessage()));
            return new Wrong(List.of(problem), article.id());
        }
    }

    /** Changes with any byte. */
    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
