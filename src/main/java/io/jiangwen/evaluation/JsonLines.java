package io.jiangwen.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a file of one JSON object a line: what is wrong with a line is told, and the next one is read. */
final class JsonLines {
    /** Bytes; far above the longest text of an article. */
    static final int LONGEST_LINE = 8_000_000;

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Consumer<InputProblem> problems;

    JsonLines(Consumer<InputProblem> problems) {
        this.problems = problems;
    }

    /** Takes an object and the number of its line. */
    interface Taker {
        void take(int line, JsonNode object);
    }

    /** @throws IOException when the file cannot be read at all */
    void read(Path file, Taker taker) throws IOException {
        String name = file.toString();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int number = 1;
            long length = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    take(name, number++, line, length, taker);
                    line.reset();
                    length = 0;
                } else if (++length <= LONGEST_LINE) {
                    line.write(next);
                }
            }
            if (length > 0) take(name, number, line, length, taker);
        }
    }

    private void take(String file, int number, ByteArrayOutputStream bytes, long length, Taker taker) {
        if (length > LONGEST_LINE) {
            problems.accept(new InputProblem(
                    file, number, "a line of " + length + " bytes; at most " + LONGEST_LINE + " are read"));
            return;
        }
        String text = decode(bytes.toByteArray());
        if (text == null) {
            problems.accept(new InputProblem(file, number, "not UTF-8"));
            return;
        }
        if (number == 1 && text.startsWith("\uFEFF")) text = text.substring(1);
        if (text.isBlank()) return;
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) taker.take(number, node);
            else problems.accept(new InputProblem(file, number, "not a JSON object"));
        } catch (JsonProcessingException e) {
            problems.accept(new InputProblem(file, number, "malformed JSON: " + e.getOriginalMessage()));
        }
    }

    private static @Nullable String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
