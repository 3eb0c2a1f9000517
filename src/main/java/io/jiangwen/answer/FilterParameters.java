package io.jiangwen.answer;

import io.jiangwen.account.Viewer;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.problem.Problem;
import io.jiangwen.retrieval.SearchFilter;
import io.jiangwen.text.Language;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a hit test may be limited to; blank is no limit.
 *
 * @param since an ISO date, begun in UTC: what was published before is left out
 */
record FilterParameters(
        @QueryParam("kind") @Nullable String kind,
        @QueryParam("trade") @Nullable String trade,
        @QueryParam("language") @Nullable String language,
        @QueryParam("since") @Nullable String since) {
    private static final int LONGEST_TRADE = 500;

    /**
     * Empty where there is no limit.
     *
     * @throws Problem.Invalid naming the parameter that says nothing known
     */
    Optional<SearchFilter> filter(Viewer viewer) {
        Optional<ArticleKind> wanted = given(kind).map(FilterParameters::kindOf);
        Optional<String> ofTrade = given(trade);
        Optional<Language> in = given(language).map(FilterParameters::languageOf);
        Optional<Instant> from = given(since).map(FilterParameters::dayOf);
        if (ofTrade.isPresent() && ofTrade.get().length() > LONGEST_TRADE)
            throw new Problem.Invalid("unknown-trade", "No trade has so long a code.");
        if (wanted.isEmpty() && ofTrade.isEmpty() && in.isEmpty() && from.isEmpty()) return Optional.empty();
        return Optional.of(new SearchFilter(
                viewer,
                Set.of(),
                wanted.map(Set::of).orElse(Set.of()),
                ofTrade.map(Set::of).orElse(Set.of()),
                in.map(Set::of).orElse(Set.of()),
                from.orElse(null)));
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static ArticleKind kindOf(String name) {
        try {
            return ArticleKind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Problem.Invalid("unknown-kind", "A kind is one of " + List.of(ArticleKind.values()) + ".");
        }
    }

    private static Language languageOf(String tag) {
        try {
            return Language.ofTag(tag);
        } catch (IllegalArgumentException e) {
            throw new Problem.Invalid("unknown-language", "A language is zh or en.");
        }
    }

    private static Instant dayOf(String date) {
        try {
            LocalDate day = LocalDate.parse(date);
            if (day.getYear() < 1900 || day.getYear() > 9999) throw new DateTimeException("no such day");
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new Problem.Invalid("invalid-date", "A date looks like 2026-01-31.");
        }
    }
}
