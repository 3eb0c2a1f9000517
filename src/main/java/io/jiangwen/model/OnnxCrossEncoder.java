package io.jiangwen.model;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A cross-encoder in an ONNX file with {@code tokenizer.json} beside it, as optimum exports sequence classifiers of one
 * class: {@code input_ids}, {@code attention_mask} and sometimes {@code token_type_ids} in, one logit out.
 */
final class OnnxCrossEncoder implements PairScorer {
    private static final int LONGEST = 512;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    /** @throws IOException when one of the files is missing or is not what it should be */
    OnnxCrossEncoder(Path model) throws IOException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            this.session = environment.createSession(model.toString(), options);
            this.tokenizer = HuggingFaceTokenizer.builder()
                    .optTokenizerPath(model.resolveSibling("tokenizer.json"))
                    .optTruncation(true)
                    .optMaxLength(LONGEST)
                    .optPadding(false)
                    .build();
        } catch (OrtException e) {
            throw new IOException("not an ONNX model: " + model, e);
        }
    }

    @Override
    public List<Double> scores(String question, List<String> passages) throws IOException {
        List<Double> scores = new ArrayList<>();
        try {
            for (String passage : passages) scores.add(score(tokenizer.encode(question, passage)));
        } catch (OrtException e) {
            throw new IOException("the model failed", e);
        }
        return scores;
    }

    private double score(Encoding pair) throws OrtException {
        Map<String, long[]> known = Map.of(
                "input_ids", pair.getIds(),
                "attention_mask", pair.getAttentionMask(),
                "token_type_ids", pair.getTypeIds());
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (String name : session.getInputNames()) {
                long[] values = known.get(name);
                if (values == null) throw new OrtException("an input that is not known: " + name);
                long[] shape = {1, values.length};
                inputs.put(name, OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                float logit = ((OnnxTensor) result.get(0)).getFloatBuffer().get(0);
                return 1 / (1 + Math.exp(-logit));
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }
}
