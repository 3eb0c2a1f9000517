package io.jiangwen.retrieval;

import io.jiangwen.account.Viewer;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.knowledge.Visibility;
import io.jiangwen.text.Language;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a search may find. It is part of both legs: what it leaves out is not even scored, and what it keeps is found
 * however little that is. An empty set leaves nothing out.
 *
 * @param viewer who searches: always limits to what he may see
 * @param scopes who the articles are for, such as only those of the viewer's enterprise
 * @param trades codes as in the front matter of articles
 * @param publishedSince leaves out what was published before; null for no such limit
 */
public record SearchFilter(
        Viewer viewer,
        Set<Visibility.Scope> scopes,
        Set<ArticleKind> kinds,
        Set<String> trades,
        Set<Language> languages,
        @Nullable Instant publishedSince) {
    public SearchFilter {
        scopes = Set.copyOf(scopes);
        kinds = Set.copyOf(kinds);
        trades = Set.copyOf(trades);
        languages = Set.copyOf(languages);
    }

    /** All that the viewer may see. */
    public static SearchFilter of(Viewer viewer) {
        return new SearchFilter(viewer, Set.of(), Set.of(), Set.of(), Set.of(), null);
    }

    /** The same, of one language only. */
    SearchFilter in(Language language) {
        return new SearchFilter(viewer, scopes, kinds, trades, Set.of(language), publishedSince);
    }

    /** Whether passages in this language pass. */
    boolean admits(Language language) {
        return languages.isEmpty() || languages.contains(language);
    }

    /** Whether it leaves out more than the viewer may not see. */
    boolean narrows() {
        return !(scopes.isEmpty()
                && kinds.isEmpty()
                && trades.isEmpty()
                && languages.isEmpty()
                && publishedSince == null);
    }
}
