package io.jiangwen.knowledge;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of an article, as the API shows it.
 *
 * @param version the version shown; for those who manage knowledge the newest number, which PUT and approve check
 * @param publishedVersion what readers see at present, null when nothing is published
 * @param retraction why it was withdrawn, as far as somebody said
 * @param visibility with {@code audience}, the industry code or enterprise id it is for
 */
public record ArticleView(
        String id,
        int version,
        ArticleState state,
        ArticleKind kind,
        String title,
        String text,
        String language,
        @Nullable String trade,
        List<String> keywords,
        String author,
        String source,
        String licence,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDate reviewBy,

        Visibility.Scope visibility,
        @Nullable String audience,
        int safety,
        @Nullable UUID ticket,
        @Nullable Integer publishedVersion,
        @Nullable String retraction,
        @JsonFormat(shape = JsonFormat.Shape.STRING) OffsetDateTime createdAt) {

    static ArticleView of(ArticleEntity article, ArticleVersionEntity version) {
        return new ArticleView(
                article.id,
                version.number,
                version.state,
                version.kind,
                version.title,
                version.text,
                version.language,
                version.trade,
                List.copyOf(version.keywords),
                version.author,
                version.source,
                version.licence,
                version.reviewBy,
                version.visibility,
                version.audience,
                version.safety,
                article.ticketId,
                article.publishedVersion,
                version.retraction,
                version.createdAt.atOffset(ZoneOffset.UTC));
    }
}
