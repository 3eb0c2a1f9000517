package io.jiangwen.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.jiangwen.confidence.Signals;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the judge sees: of a query, or of a question that was made of the documents.
 *
 * @param id of the query; null for a pseudo-question
 * @param masked whether the answer of a pseudo-question was hidden; null for a query
 * @param right whether the pseudo-question found what it was made of; null for a query
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"id", "masked", "right", "text", "signals"})
record SignalsLine(
        @Nullable String id,
        @Nullable Boolean masked,
        @Nullable Boolean right,
        @Nullable String text,
        Map<String, Double> signals) {
    static SignalsLine of(String id, Signals signals) {
        return new SignalsLine(id, null, null, null, new TreeMap<>(signals.values()));
    }

    static SignalsLine of(SelfExamination.Examined examined) {
        MadeQuestion asked = examined.asked();
        return new SignalsLine(
                null,
                asked.masked(),
                examined.right(),
                asked.question().text(),
                new TreeMap<>(examined.signals().values()));
    }
}
