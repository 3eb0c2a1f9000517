package io.jiangwen.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds the sentences of a JSON object {@code {"sentences":[{"text":"...","citations":[1]}]}} while it arrives. What is
 * not of that form is dropped, and so is what follows a mistake.
 */
final class CitedJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 4_000;

    private final Consumer<CitedLines.Line> sentences;
    private final StringBuilder object = new StringBuilder();
    private int depth;
    private boolean quoted;
    private boolean escaped;

    CitedJson(Consumer<CitedLines.Line> sentences) {
        this.sentences = sentences;
    }

    void accept(String piece) {
        for (char c : piece.toCharArray()) accept(c);
    }

    private void accept(char c) {
        if (!quoted && c == '{' && ++depth == 2) object.setLength(0);
        if (depth >= 2 && object.length() <= LONGEST) object.append(c);
        if (quoted) {
            if (escaped) escaped = false;
            else if (c == '\\') escaped = true;
            else if (c == '"') quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '}' && depth-- == 2) {
            sentence(object.toString());
        }
    }

    private void sentence(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            List<Integer> numbers = new ArrayList<>();
            node.path("citations").forEach(number -> {
                if (number.canConvertToInt()) numbers.add(number.asInt());
            });
            if (node.path("text").isTextual() && numbers.stream().allMatch(number -> number >= 0 && number < 1000))
                sentences.accept(new CitedLines.Line(node.path("text").asText(), numbers));
        } catch (JsonProcessingException e) {
            // Not a sentence: it is dropped like a line without a number.
        }
    }
}
