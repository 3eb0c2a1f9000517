package io.jiangwen.model;

import io.jiangwen.text.Sentences;
import io.jiangwen.text.TextRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One embedded model with everything that belongs to it. */
final class BertModel {
    private static final int LAST = 0;
    private static final int HIDDEN = 1;

    private final Description description;
    private final TextEncoder encoder;
    private final TokenSpace words;
    private final TokenSpace hidden;

    /**
     * Which files a model has, and how it is used.
     *
     * @param name as in the table {@code passage}
     * @param file of the model on the class path, without its ending
     * @param instruction what goes before a question
     * @param hiddenLayer counted from 1
     * @param sentences whether single sentences are worth a vector each
     */
    record Description(
            String name, String file, Pooling pooling, String instruction, int hiddenLayer, boolean sentences) {}

    BertModel(Description description) {
        this.description = description;
        this.encoder = new TextEncoder(
                description.file() + ".onnx",
                description.file() + "-tokenizer.json",
                List.of(description.hiddenLayer()));
        this.words = TokenSpace.read("token-space/" + description.name() + ".last");
        this.hidden = TokenSpace.read("token-space/" + description.name() + ".hidden");
    }

    PassageEncoding passage(String text) {
        List<EncodedWindow> windows = encoder.encode(text);
        List<float[]> last = new ArrayList<>();
        List<float[]> before = new ArrayList<>();
        Set<String> pieces = new HashSet<>();
        for (EncodedWindow window : windows) {
            for (int i = 0; i < window.pieces().size(); i++) {
                Piece piece = window.pieces().get(i);
                if (!piece.isWord()) continue;
                pieces.add(piece.text());
                last.add(words.place(window.piece(LAST, i)));
                before.add(hidden.place(window.piece(HIDDEN, i)));
            }
        }
        float[] whole = description.pooling().pool(windows);
        return new PassageEncoding(
                new Embedding(description.name(), whole),
                TokenVectors.of(words.width(), last),
                TokenVectors.of(hidden.width(), before),
                TokenVectors.of(whole.length, description.sentences() ? sentences(text) : List.of()),
                pieces);
    }

    QuestionEncoding question(String text) {
        List<QuestionToken> tokens = new ArrayList<>();
        List<EncodedWindow> windows = encoder.encode(text);
        for (EncodedWindow window : windows) {
            for (int i = 0; i < window.pieces().size(); i++) {
                Piece piece = window.pieces().get(i);
                if (!piece.isWord()) continue;
                tokens.add(new QuestionToken(
                        piece.text(), words.place(window.piece(LAST, i)), hidden.place(window.piece(HIDDEN, i))));
            }
        }
        if (!description.instruction().isEmpty()) windows = encoder.encode(description.instruction() + text);
        return new QuestionEncoding(
                new Embedding(description.name(), description.pooling().pool(windows)), tokens);
    }

    private List<float[]> sentences(String text) {
        List<float[]> vectors = new ArrayList<>();
        for (TextRange range : Sentences.split(text)) {
            String sentence = range.of(text);
            if (!sentence.isBlank()) vectors.add(description.pooling().pool(encoder.encode(sentence)));
        }
        return vectors;
    }
}
