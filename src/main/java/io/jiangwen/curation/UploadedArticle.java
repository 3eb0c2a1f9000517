package io.jiangwen.curation;

import io.jiangwen.knowledge.ArticleContent;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.knowledge.Visibility;
import io.jiangwen.text.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An article as an uploaded file has it: every field may be missing.
 *
 * @param title from the front matter
 */
record UploadedArticle(
        String file,
        String text,
        Optional<String> id,
        Optional<ArticleKind> kind,
        Optional<String> title,
        Optional<Language> language,
        Optional<String> trade,
        Optional<List<String>> keywords,
        Optional<String> author,
        Optional<String> source,
        Optional<String> licence,
        Optional<LocalDate> reviewBy,
        Optional<Visibility> visibility,
        Optional<Integer> safety) {
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}[ \\t]+(\\S.*?)[ \\t]*#*[ \\t]*$");
    private static final Pattern FOLDERS_AND_ENDING = Pattern.compile("^.*[/\\\\]|\\.[A-Za-z]+$");

    /**
     * What the form says about all files of an upload.
     *
     * @param visibility null where each file decides
     * @param author of files that name none
     */
    record Form(@Nullable ArticleKind kind, @Nullable Visibility visibility, String author) {}

    /** Reads the fields; {@code fields} then knows what is wrong with them. */
    static UploadedArticle of(MarkdownFile.Read file, ArticleFields fields) {
        return new UploadedArticle(
                file.name(),
                file.body(),
                fields.id(),
                fields.kind(),
                fields.word("title"),
                fields.language(),
                fields.word("trade"),
                fields.keywords(),
                fields.word("author"),
                fields.word("source"),
                fields.word("licence"),
                fields.reviewBy(),
                fields.visibility(),
                fields.safety());
    }

    /** As a new article. */
    ArticleContent fresh(Form form) {
        return new ArticleContent(
                kind.or(() -> Optional.ofNullable(form.kind())).orElse(ArticleKind.CASE),
                title.orElseGet(this::titleOfText),
                text,
                language.orElseGet(() -> Language.of(text)),
                trade.orElse(null),
                keywords.orElse(List.of()),
                author.orElse(form.author()),
                source.orElse(file),
                licence.orElse(""),
                reviewBy.orElse(null),
                Optional.ofNullable(form.visibility()).or(() -> visibility).orElseGet(Visibility.Public::new),
                safety.orElse(0));
    }

    /** As a next version of {@code before}: what the file does not say stays. */
    ArticleContent after(ArticleContent before, Form form) {
        return new ArticleContent(
                kind.or(() -> Optional.ofNullable(form.kind())).orElse(before.kind()),
                title.orElse(before.title()),
                text,
                language.orElse(before.language()),
                trade.orElse(before.trade()),
                keywords.orElse(before.keywords()),
                author.orElse(before.author()),
                source.orElse(before.source()),
                licence.orElse(before.licence()),
                reviewBy.orElse(before.reviewBy()),
                Optional.ofNullable(form.visibility()).or(() -> visibility).orElse(before.visibility()),
                safety.orElse(before.safety()));
    }

    private String titleOfText() {
        Matcher heading = HEADING.matcher(text);
        String found = heading.find()
                ? heading.group(1)
                : FOLDERS_AND_ENDING.matcher(file).replaceAll("");
        return found.substring(0, Math.min(found.length(), ArticleContent.LONGEST_TITLE));
    }
}
