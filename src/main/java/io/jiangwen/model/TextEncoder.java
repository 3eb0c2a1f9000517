package io.jiangwen.model;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.jiangwen.text.TextRange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A BERT encoder: text to the vectors of its tokens. Each run uses the calling thread alone, and as
 * many run at once as there are cores: that answers single questions sooner than one run spread over the cores, and the
 * runs share one copy of the weights. Blocking.
 */
final class TextEncoder {
    /** What BERT reads at once, without the two tokens that frame it. Limits of the tokenizers are off. */
    private static final int WINDOW = 510;

    private static final String CONTINUES_A_WORD = "##";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final List<String> outputs;
    private final HuggingFaceTokenizer tokenizer;
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /**
     * @param file name on the class path, without its ending, of an ONNX file whose first output has the token vectors,
     *     and, with {@code -tokenizer.json}, of the tokenizer that belongs to it
     * @param hidden layers, counted from 1, whose vectors are wanted beside those of the last one
     */
    TextEncoder(String file, List<Integer> hidden) {
        this(new ModelFiles.Packed(file), hidden);
    }

    /**
     * @param files of an ONNX file whose first output has the token vectors, and of its tokenizer
     * @param hidden layers, counted from 1, whose vectors are wanted beside those of the last one
     * @throws IllegalStateException when they are not what they should be
     */
    TextEncoder(ModelFiles files, List<Integer> hidden) {
        try (InputStream vocabulary = files.tokenizer();
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // The arena keeps what the longest text ever needed, for each thread that ran one.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            this.session = load(files, HiddenLayers.exposing(hidden), options);
            this.outputs = Stream.concat(
                            session.getOutputNames().stream().limit(1),
                            hidden.stream().map(HiddenLayers::name))
                    .toList();
            this.tokenizer =
                    HuggingFaceTokenizer.newInstance(vocabulary, Map.of("padding", "false", "truncation", "false"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("the model of " + files + " does not load", e);
        }
    }

    /**
     * Encodes the text, window by window where it is longer than one; no window begins inside a word.
     *
     * @throws IllegalArgumentException when the text has no token
     */
    List<EncodedWindow> encode(String text) {
        Encoding encoding = tokenizer.encode(text, true, false);
        String[] pieces = encoding.getTokens();
        long[] ids = encoding.getIds();
        List<EncodedWindow> windows = new ArrayList<>();
        int from = 1;
        while (from < ids.length - 1) {
            int to = end(pieces, from);
            windows.add(run(encoding, from, to));
            from = to;
        }
        if (windows.isEmpty()) throw new IllegalArgumentException("nothing to encode");
        return windows;
    }

    /** Where a window that starts at {@code from} ends; a word longer than a window is cut. */
    private static int end(String[] pieces, int from) {
        int last = pieces.length - 1;
        int to = from + WINDOW;
        if (to >= last) return last;
        while (to > from && pieces[to].startsWith(CONTINUES_A_WORD)) to--;
        return to == from ? from + WINDOW : to;
    }

    private EncodedWindow run(Encoding encoding, int from, int to) {
        long[] ids = encoding.getIds();
        int length = to - from + 2;
        long[] framed = new long[length];
        framed[0] = ids[0];
        System.arraycopy(ids, from, framed, 1, to - from);
        framed[length - 1] = ids[ids.length - 1];
        long[] shape = {1, length};
        cores.acquireUninterruptibly();
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(framed), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, ones(length), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.allocate(length), shape);
                OrtSession.Result result = session.run(inputs(input, mask, types), Set.copyOf(outputs))) {
            return new EncodedWindow(pieces(encoding, from, to), layers(result));
        } catch (OrtException e) {
            throw new IllegalStateException("the model failed", e);
        } finally {
            cores.release();
        }
    }

    private List<Piece> pieces(Encoding encoding, int from, int to) {
        String[] texts = encoding.getTokens();
        CharSpan[] spans = encoding.getCharTokenSpans();
        return IntStream.range(from, to)
                .mapToObj(i -> new Piece(texts[i], new TextRange(spans[i].getStart(), spans[i].getEnd())))
                .toList();
    }

    private List<float[]> layers(OrtSession.Result result) {
        List<float[]> layers = new ArrayList<>();
        for (String output : outputs) {
            FloatBuffer vectors = ((OnnxTensor) result.get(output).orElseThrow()).getFloatBuffer();
            float[] values = new float[vectors.remaining()];
            vectors.get(values);
            layers.add(values);
        }
        return layers;
    }

    private Map<String, OnnxTensor> inputs(OnnxTensor input, OnnxTensor mask, OnnxTensor types) {
        return session.getInputNames().contains("token_type_ids")
                ? Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types)
                : Map.of("input_ids", input, "attention_mask", mask);
    }

    private static LongBuffer ones(int length) {
        long[] ones = new long[length];
        Arrays.fill(ones, 1);
        return LongBuffer.wrap(ones);
    }

    private OrtSession load(ModelFiles files, byte[] end, OrtSession.SessionOptions options)
            throws IOException, OrtException {
        Path copy = copy(files, end);
        try {
            return environment.createSession(copy.toString(), options);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** A copy on disk, for a model that passed through the heap would leave it at twice that size. */
    private static Path copy(ModelFiles files, byte[] end) throws IOException {
        Path copy = Files.createTempFile("model", ".onnx");
        try (InputStream file = files.network();
                OutputStream to = Files.newOutputStream(copy)) {
            file.transferTo(to);
            to.write(end);
            return copy;
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }
}
