package io.jiangwen.model;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.onnxruntime.OrtException;
import io.jiangwen.text.TextRange;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A BERT encoder: text to the vectors of its tokens. Blocking; see {@link EncoderNetwork} for who waits for whom. */
final class TextEncoder {
    /** What BERT reads at once, without the two tokens that frame it. Limits of the tokenizers are off. */
    private static final int WINDOW = 510;

    private static final String CONTINUES_A_WORD = "##";

    private final EncoderNetwork network;
    private final HuggingFaceTokenizer tokenizer;

    /**
     * @param files of an ONNX file whose first output has the token vectors, and of its tokenizer
     * @param hidden layers, counted from 1, whose vectors are wanted beside those of the last one
     * @param pooling that the windows are meant for
     * @throws IllegalStateException when the files are not what they should be
     */
    TextEncoder(ModelFiles files, List<Integer> hidden, Pooling pooling) {
        try (InputStream vocabulary = files.tokenizer()) {
            this.network = new EncoderNetwork(files, hidden, pooling);
            this.tokenizer =
                    HuggingFaceTokenizer.newInstance(vocabulary, Map.of("padding", "false", "truncation", "false"));
        } catch (IOException | OrtException e) {
            throw new IllegalStateException("the model of " + files + " does not load", e);
        }
    }

    /**
     * Encodes the text, window by window where it is longer than one; no window begins inside a word.
     *
     * @param wanted which pieces' vectors are needed: there may be others
     * @throws IllegalArgumentException when the text has no token
     */
    List<EncodedWindow> encode(String text, Predicate<Piece> wanted) {
        Encoding encoding = tokenizer.encode(text, true, false);
        String[] texts = encoding.getTokens();
        List<Piece> pieces = pieces(texts, encoding.getCharTokenSpans());
        long[] ids = encoding.getIds();
        List<EncodedWindow> windows = new ArrayList<>();
        int from = 1;
        while (from < ids.length - 1) {
            int to = end(texts, from);
            windows.add(window(framed(ids, from, to), pieces.subList(from - 1, to - 1), wanted));
            from = to;
        }
        if (windows.isEmpty()) throw new IllegalArgumentException("nothing to encode");
        return windows;
    }

    /** Without the frame. */
    private static List<Piece> pieces(String[] texts, CharSpan[] spans) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 1; i < texts.length - 1; i++)
            pieces.add(new Piece(texts[i], new TextRange(spans[i].getStart(), spans[i].getEnd())));
        return pieces;
    }

    /** Where a window that starts at {@code from} ends; a word longer than a window is cut. */
    private static int end(String[] pieces, int from) {
        int last = pieces.length - 1;
        int to = from + WINDOW;
        if (to >= last) return last;
        while (to > from && pieces[to].startsWith(CONTINUES_A_WORD)) to--;
        return to == from ? from + WINDOW : to;
    }

    private static long[] framed(long[] ids, int from, int to) {
        int length = to - from + 2;
        long[] framed = new long[length];
        framed[0] = ids[0];
        System.arraycopy(ids, from, framed, 1, to - from);
        framed[length - 1] = ids[ids.length - 1];
        return framed;
    }

    private EncodedWindow window(long[] ids, List<Piece> pieces, Predicate<Piece> wanted) {
        List<Piece> kept = new ArrayList<>();
        long[] places = new long[ids.length];
        for (int i = 0; i < pieces.size(); i++) {
            if (network.chooses() && !wanted.test(pieces.get(i))) continue;
            kept.add(pieces.get(i));
            places[kept.size()] = i + 1L;
        }
        places[kept.size() + 1] = ids.length - 1L;
        return new EncodedWindow(kept, network.run(ids, Arrays.copyOf(places, kept.size() + 2)), pieces.size());
    }
}
