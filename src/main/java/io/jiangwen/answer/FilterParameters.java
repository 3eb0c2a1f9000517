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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a hit test may be limited to; blank is no limit. Of a parameter that is given several times any value may match;
 * the latest day counts.
 *
 * @param since ISO dates, begun in UTC: what was published before is left out
 */
record FilterParameters(
        @QueryParam("kind") @Nullable List<String> kind,
        @QueryParam("trade") @Nullable List<String> trade,
        @QueryParam("language") @Nullable List<String> language,
        @QueryParam("since") @Nullable List<String> since) {
    private static final int LONGEST_TRADE = 500;
    private static final int MOST = 50;

    /**
     * Empty where there is no limit.
     *
     * @throws Problem.Invalid naming the parameter that says nothing known
     */
    Optional<SearchFilter> filter(Viewer viewer) {
        Set<ArticleKind> kinds = each(kind, FilterParameters::kindOf);
        Set<String> trades = each(trade, FilterParameters::tradeOf);
        Set<Language> languages = each(language, FilterParameters::languageOf);
        Optional<Instant> from = each(since, FilterParameters::dayOf).stream().max(Instant::compareTo);
        if (kinds.isEmpty() && trades.isEmpty() && languages.isEmpty() && from.isEmpty()) return Optional.empty();
        return Optional.of(new SearchFilter(viewer, Set.of(), kinds, trades, languages, from.orElse(null)));
    }

    private static <T> Set<T> each(@Nullable List<String> values, Function<String, T> read) {
        if (values == null) return Set.of();
        if (values.size() > MOST)
            throw new Problem.Invalid("too-many-filters", "A parameter is given at most " + MOST + " times.");
        return values.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(read)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String tradeOf(String code) {
        if (code.length() > LONGEST_TRADE || code.chars().anyMatch(Character::isISOControl))
            throw new Problem.Invalid("unknown-trade", "No trade has such a code.");
        return code;
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
