package io.jiangwen.curation;

import io.jiangwen.knowledge.ArticleContent;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.knowledge.InvalidArticle;
import io.jiangwen.knowledge.Visibility;
import io.jiangwen.text.Language;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An article as a curator sends it; what is left out keeps its value, or gets a usual one.
 *
 * @param version for PUT: the newest number its writer has seen
 * @param visibility {@code PUBLIC}, or {@code INDUSTRY} and {@code ENTERPRISE} with {@code audience} or as {@code ENTERPRISE:<id>}
 */
record ArticleInput(
        @Nullable Integer version,
        @Nullable String kind,
        @Nullable String title,
        @Nullable String text,
        @Nullable String language,
        @Nullable String trade,
        @Nullable List<String> keywords,
        @Nullable String author,
        @Nullable String source,
        @Nullable String licence,
        @Nullable String reviewBy,
        @Nullable String visibility,
        @Nullable String audience,
        @Nullable Integer safety) {

    /** A first version by this author. */
    ArticleContent fresh(String writer) {
        String words = text == null ? "" : text;
        return new ArticleContent(
                givenKind().orElse(ArticleKind.CASE),
                title == null ? "" : title,
                words,
                givenLanguage().orElseGet(() -> Language.of(title + words)),
                trade,
                keywords == null ? List.of() : keywords,
                author == null || author.isBlank() ? writer : author,
                source == null ? "" : source,
                licence == null ? "" : licence,
                givenReviewBy().orElse(null),
                givenVisibility().orElseGet(Visibility.Public::new),
                safety == null ? 0 : safety);
    }

    /** A next version after {@code before}. */
    ArticleContent after(ArticleContent before) {
        return new ArticleContent(
                givenKind().orElse(before.kind()),
                title == null ? before.title() : title,
                text == null ? before.text() : text,
                givenLanguage().orElse(before.language()),
                trade == null ? before.trade() : trade,
                keywords == null ? before.keywords() : keywords,
                author == null || author.isBlank() ? before.author() : author,
                source == null ? before.source() : source,
                licence == null ? before.licence() : licence,
                reviewBy == null ? before.reviewBy() : givenReviewBy().orElse(null),
                givenVisibility().orElse(before.visibility()),
                safety == null ? before.safety() : safety);
    }

    private Optional<ArticleKind> givenKind() {
        if (kind == null || kind.isBlank()) return Optional.empty();
        try {
            return Optional.of(ArticleFields.kindOf(kind));
        } catch (IllegalArgumentException e) {
            throw new InvalidArticle("unknown-kind", "A kind is one of " + List.of(ArticleKind.values()) + ".");
        }
    }

    private Optional<Language> givenLanguage() {
        if (language == null || language.isBlank()) return Optional.empty();
        try {
            return Optional.of(Language.ofTag(language.strip().toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new InvalidArticle("unknown-language", "The language is zh or en.");
        }
    }

    private Optional<LocalDate> givenReviewBy() {
        if (reviewBy == null || reviewBy.isBlank()) return Optional.empty();
        try {
            return Optional.of(LocalDate.parse(reviewBy.strip()));
        } catch (DateTimeParseException e) {
            throw new InvalidArticle("invalid-date", "reviewBy is a date like 2027-12-31.");
        }
    }

    private Optional<Visibility> givenVisibility() {
        if (visibility == null || visibility.isBlank()) return Optional.empty();
        boolean named = audience != null && !audience.isBlank() && visibility.indexOf(':') < 0;
        try {
            return Optional.of(Visibility.parse(named ? visibility + ":" + audience : visibility));
        } catch (IllegalArgumentException e) {
            throw new InvalidArticle(
                    "invalid-visibility", "Visibility is PUBLIC, INDUSTRY:<code> or ENTERPRISE:<enterprise id>.");
        }
    }
}
