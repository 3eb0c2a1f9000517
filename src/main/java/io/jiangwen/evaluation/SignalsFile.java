package io.jiangwen.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.jiangwen.confidence.Signals;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The file of what the judge sees: a line for every query, then for every question that was made of the documents. */
final class SignalsFile {
    private SignalsFile() {}

    /**
     * A line.
     *
     * @param id of the query; null for a pseudo-question
     * @param masked whether the answer of a pseudo-question was hidden; null for a query
     * @param right whether the pseudo-question found what it was made of; null for a query
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"id", "masked", "right", "text", "signals"})
    record Line(
            @Nullable String id,
            @Nullable Boolean masked,
            @Nullable Boolean right,
            @Nullable String text,
            Map<String, Double> signals) {
        static Line of(String id, Signals signals) {
            return new Line(id, null, null, null, new TreeMap<>(signals.values()));
        }

        static Line of(SelfExamination.Examined examined) {
            MadeQuestion asked = examined.asked();
            return new Line(
                    null,
                    asked.masked(),
                    examined.right(),
                    asked.question().text(),
                    new TreeMap<>(examined.signals().values()));
        }
    }
}
