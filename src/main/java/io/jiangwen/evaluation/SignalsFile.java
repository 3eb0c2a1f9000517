package io.jiangwen.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jiangwen.confidence.Signals;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes what the judge sees: for every query, then for every question that was made of the documents. */
final class SignalsFile {
    private final ObjectMapper json = new ObjectMapper();

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

    void write(List<Line> lines, Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            for (Line line : lines) writer.write(json.writeValueAsString(line) + "\n");
        }
    }
}
