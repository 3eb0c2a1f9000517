package io.jiangwen.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * The network of a BERT encoder: ids of tokens to their vectors. Each run uses the calling thread alone, and as many run
 * at once as there are cores, which share one copy of the weights: one run spread over the cores is sooner done when
 * nobody else asks, and later when somebody does (docs/experiments.md). Blocking.
 */
final class EncoderNetwork {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final Set<String> outputs = new LinkedHashSet<>();
    private final boolean chooses;
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /**
     * @param files of an ONNX file whose first output has the token vectors
     * @param hidden layers, counted from 1, whose vectors are wanted beside those of the last one
     * @param pooling of what comes out: the last layer of a text that its first token stands for can be narrowed
     * @throws IOException when the file cannot be read or written again to a place where it is loaded from
     * @throws OrtException when it is not what it should be
     */
    EncoderNetwork(ModelFiles files, List<Integer> hidden, Pooling pooling) throws IOException, OrtException {
        // A copy on disk, for a model that passed through the heap would leave it at twice that size.
        Path copy = Files.createTempFile("model", ".onnx");
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            try (InputStream file = files.network();
                    OutputStream to = Files.newOutputStream(copy)) {
                file.transferTo(to);
            }
            int layers = pooling == Pooling.FIRST ? LastLayer.narrow(copy, hidden) : 0;
            this.chooses = layers > 0;
            List<String> inside = hidden.stream()
                    .map(HiddenLayers::name)
                    .map(name -> chooses ? LastLayer.chosenOf(name) : name)
                    .toList();
            Files.write(copy, end(layers, inside), StandardOpenOption.APPEND);
            this.session = environment.createSession(copy.toString(), set(options));
            outputs.add(session.getOutputNames().iterator().next());
            outputs.addAll(inside);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static byte[] end(int layers, List<String> inside) {
        ByteArrayOutputStream end = new ByteArrayOutputStream();
        if (layers > 0) end.writeBytes(LastLayer.end(layers));
        for (String value : inside) end.writeBytes(OnnxBytes.graph(OnnxBytes.output(value)));
        return end.toByteArray();
    }

    private static OrtSession.SessionOptions set(OrtSession.SessionOptions options) throws OrtException {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        // The arena keeps what the longest text ever needed, for each thread that ran one.
        options.setCPUArenaAllocator(false);
        options.setMemoryPatternOptimization(false);
        return options;
    }

    /** Whether it can leave out the vectors of tokens that are not chosen. */
    boolean chooses() {
        return chooses;
    }

    /**
     * @param ids of all tokens, the frame's included
     * @param chosen places of those whose vectors are wanted; where the network cannot choose all come out
     * @return the last layer, then the hidden ones; of each, the vectors one after another
     */
    List<float[]> run(long[] ids, long[] chosen) {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        cores.acquireUninterruptibly();
        try {
            long[] shape = {1, ids.length};
            inputs.put("input_ids", tensor(ids, shape));
            inputs.put("attention_mask", tensor(ones(ids.length), shape));
            if (session.getInputNames().contains("token_type_ids"))
                inputs.put("token_type_ids", tensor(new long[ids.length], shape));
            if (chooses) inputs.put(LastLayer.CHOSEN, tensor(chosen, new long[] {chosen.length}));
            try (OrtSession.Result result = session.run(inputs, outputs)) {
                return layers(result);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the model failed", e);
        } finally {
            cores.release();
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
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

    private static long[] ones(int length) {
        long[] ones = new long[length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
