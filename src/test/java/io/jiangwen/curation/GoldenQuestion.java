package io.jiangwen.curation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question in an asker's words and what is to come of it.
 *
 * @param relevantIds every article that answers it
 * @param answers a stretch of a relevant article that holds the answer
 * @param before earlier questions of the thread, in order
 * @param trap the article that looks as if it answered
 */
record GoldenQuestion(
        String id,
        String text,
        List<String> relevantIds,
        List<String> answers,
        boolean answerable,
        List<String> before,
        Optional<Expected> verdict,
        List<String> tags,
        Optional<String> trap,
        Optional<String> note) {
    /** What the service is to make of a question. */
    enum Expected {
        ANSWER,
        TOO_THIN,
        NEEDS_DETAIL,
        SMALL_TALK,
        OUT_OF_SCOPE,
        PERSON_REQUESTED
    }

    /** A line of the file; a key that is not one of these is refused. */
    private record Line(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String text,

            @JsonProperty(value = "relevant_ids", required = true)
            List<String> relevantIds,

            @JsonProperty(required = true) List<String> answers,
            @JsonProperty(required = true) boolean answerable,
            @Nullable List<String> before,
            @Nullable Expected verdict,
            @Nullable List<String> tags,
            @Nullable String trap,
            @Nullable String note) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    GoldenQuestion {
        relevantIds = List.copyOf(relevantIds);
        answers = List.copyOf(answers);
        before = List.copyOf(before);
        tags = List.copyOf(tags);
    }

    /** The questions of {@code golden/<name>.jsonl} in the order of the file. */
    static List<GoldenQuestion> read(String name) throws IOException {
        try (InputStream file = GoldenQuestion.class.getResourceAsStream("/golden/" + name + ".jsonl")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(GoldenQuestion::of)
                    .toList();
        }
    }

    boolean isTagged(String tag) {
        return tags.contains(tag);
    }

    private static GoldenQuestion of(String json) {
        try {
            Line line = JSON.readValue(json, Line.class);
            return new GoldenQuestion(
                    line.id,
                    line.text,
                    line.relevantIds,
                    line.answers,
                    line.answerable,
                    Objects.requireNonNullElse(line.before, List.of()),
                    Optional.ofNullable(line.verdict),
                    Objects.requireNonNullElse(line.tags, List.of()),
                    Optional.ofNullable(line.trap),
                    Optional.ofNullable(line.note));
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
