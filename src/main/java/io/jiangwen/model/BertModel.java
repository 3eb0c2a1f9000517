package io.jiangwen.model;

import io.jiangwen.text.Sentences;
import io.jiangwen.text.TextRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One embedded model with everything that belongs to it. */
final class BertModel {
    /** That of no vectors at all. */
    private static final int NO_WIDTH = 2;

    private final Description description;
    private final TextEncoder encoder;
    private final @Nullable TokenSpace space;

    /**
     * Which files a model has, and how it is used.
     *
     * @param name as in the table {@code passage}
     * @param files of the model
     * @param instruction what goes before a question
     * @param layers hidden layers, counted from 1, that tokens are compared by beside the last one
     * @param tokenWidth components of a token's vector, in the space that is packed in under the model's name; 0 where there
     *     is none, and tokens are not compared
     * @param sentences whether single sentences are worth a vector each
     */
    record Description(
            String name,
            ModelFiles files,
            Pooling pooling,
            String instruction,
            List<Integer> layers,
            int tokenWidth,
            boolean sentences) {}

    BertModel(Description description) {
        this.description = description;
        this.encoder = new TextEncoder(description.files(), description.layers(), description.pooling());
        this.space = description.tokenWidth() > 0 ? TokenSpace.read("token-space/" + description.name()) : null;
    }

    String name() {
        return description.name();
    }

    PassageEncoding passage(String text) {
        List<EncodedWindow> windows = encoder.encode(text, Piece::isWord);
        List<float[]> tokens = new ArrayList<>();
        Set<String> pieces = new HashSet<>();
        for (EncodedWindow window : windows) {
            List<Integer> words = words(window, 0);
            for (int word : words) pieces.add(window.pieces().get(word).text());
            if (space != null) tokens.addAll(space.place(window, words));
        }
        float[] whole = description.pooling().pool(windows);
        return new PassageEncoding(
                new Embedding(description.name(), whole),
                TokenVectors.of(space == null ? NO_WIDTH : space.width(), tokens),
                TokenVectors.of(whole.length, description.sentences() ? sentences(text) : List.of()),
                pieces);
    }

    /** One run of the model: the tokens are those that follow the instruction. */
    QuestionEncoding question(String text) {
        String instruction = description.instruction();
        int start = instruction.codePointCount(0, instruction.length());
        Predicate<Piece> asked = piece -> space != null && piece.range().start() >= start && piece.isWord();
        List<EncodedWindow> windows = encoder.encode(instruction + text, asked);
        List<QuestionToken> tokens = new ArrayList<>();
        for (EncodedWindow window : windows) {
            if (space == null) break;
            List<Integer> words = words(window, start);
            List<float[]> vectors = space.place(window, words);
            for (int i = 0; i < words.size(); i++) {
                Piece piece = window.pieces().get(words.get(i));
                tokens.add(new QuestionToken(piece.text(), vectors.get(i)));
            }
        }
        return new QuestionEncoding(
                new Embedding(description.name(), description.pooling().pool(windows)), tokens);
    }

    /** The same vector as {@link #question} gives, without the tokens. */
    Embedding whole(String question) {
        return new Embedding(description.name(), pooled(description.instruction() + question));
    }

    private float[] pooled(String text) {
        return description.pooling().pool(encoder.encode(text, piece -> false));
    }

    /** Which pieces of a window are words of the text from {@code start} on. */
    private static List<Integer> words(EncodedWindow window, int start) {
        return IntStream.range(0, window.pieces().size())
                .filter(i -> window.pieces().get(i).range().start() >= start)
                .filter(i -> window.pieces().get(i).isWord())
                .boxed()
                .toList();
    }

    private List<float[]> sentences(String text) {
        List<float[]> vectors = new ArrayList<>();
        for (TextRange range : Sentences.split(text)) {
            String sentence = range.of(text);
            if (!sentence.isBlank()) vectors.add(pooled(sentence));
        }
        return vectors;
    }
}
