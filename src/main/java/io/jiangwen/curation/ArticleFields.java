package io.jiangwen.curation;

import io.jiangwen.curation.FrontMatter.Field;
import io.jiangwen.curation.FrontMatter.Value;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.knowledge.NewArticle;
import io.jiangwen.knowledge.Visibility;
import io.jiangwen.text.Language;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the fields of one file by their meaning and collects what is wrong with them. */
final class ArticleFields {
    /** Turns a word into a value. */
    private interface Meaning<T> {
        /** @throws RuntimeException one of the two that say a word has no such meaning */
        T of(String word);
    }

    private final String file;
    private final FrontMatter front;
    private final List<FileProblem> problems = new ArrayList<>();

    ArticleFields(String file, FrontMatter front) {
        this.file = file;
        this.front = front;
    }

    /** What was wrong with the fields that were asked for. */
    List<FileProblem> problems() {
        return List.copyOf(problems);
    }

    Optional<String> id() {
        return meaning("id", "letters, digits, dots and dashes", word -> {
            if (!NewArticle.isId(word)) throw new IllegalArgumentException(word);
            return word;
        });
    }

    Optional<ArticleKind> kind() {
        return meaning("kind", "one of " + List.of(ArticleKind.values()), ArticleFields::kindOf);
    }

    Optional<Language> language() {
        return meaning("language", "zh or en", Language::ofTag);
    }

    Optional<LocalDate> reviewBy() {
        return meaning("review_by", "a date like 2027-12-31", LocalDate::parse);
    }

    Optional<Visibility> visibility() {
        return meaning("visibility", "public, industry:<code> or enterprise:<id>", Visibility::parse);
    }

    Optional<Integer> safety() {
        return meaning("safety", "a number from 0 to 3", word -> {
            int level = Integer.parseInt(word);
            if (level < 0 || level > 3) throw new IllegalArgumentException(word);
            return level;
        });
    }

    Optional<String> word(String name) {
        return meaning(name, "one line of text", word -> word);
    }

    /** A list, or one line with commas. */
    Optional<List<String>> keywords() {
        Optional<Field> field = front.field("keywords");
        return field.flatMap(present -> switch (present.value()) {
            case Value.Words(List<String> words) -> Optional.of(words);
            case Value.Word(String line) -> Optional.of(List.of(line.split("\\s*[,，、;；]\\s*", -1)));
            case Value.Structure nested -> wrong("keywords", present.line(), "a list of words");
        });
    }

    /** Notes that a field which must be there is not. */
    void require(String name) {
        if (front.field(name).isEmpty()) problem(1, "`" + name + "` is missing");
    }

    void problem(int line, String reason) {
        problems.add(new FileProblem(file, line, FileProblem.BAD_FRONT_MATTER, reason));
    }

    /** The line of a field, the first one of the file where it is missing. */
    int line(String name) {
        return front.field(name).map(Field::line).orElse(1);
    }

    static ArticleKind kindOf(String word) {
        return ArticleKind.valueOf(word.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private <T> Optional<T> meaning(String name, String expected, Meaning<T> meaning) {
        Optional<Field> field = front.field(name);
        if (field.isEmpty()) return Optional.empty();
        if (!(field.get().value() instanceof Value.Word(String word)))
            return wrong(name, field.get().line(), expected);
        try {
            return Optional.of(meaning.of(word));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return wrong(name, field.get().line(), expected + ", not `" + word + "`");
        }
    }

    private <T> Optional<T> wrong(String name, int line, String expected) {
        problem(line, "`" + name + "` must be " + expected);
        return Optional.empty();
    }
}
