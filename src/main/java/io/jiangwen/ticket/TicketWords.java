package io.jiangwen.ticket;

import io.jiangwen.text.LexicalAnalyzer;
import io.jiangwen.text.Terms;
import io.jiangwen.text.TsVector;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cuts questions and searches into the same words; Chinese too. */
@ApplicationScoped
class TicketWords {
    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();

    /** As {@code tsvector} text. */
    String vector(String question) {
        return TsVector.toTsvector(analyzer.lexemes(question));
    }

    /** As {@code tsquery} text: all words, in any order; null for a text without words. */
    @Nullable
    String query(String text) {
        String query = Terms.contentTerms(analyzer.lexemes(text)).stream()
                .map(TsVector::quoted)
                .collect(Collectors.joining(" & "));
        return query.isEmpty() ? null : query;
    }
}
