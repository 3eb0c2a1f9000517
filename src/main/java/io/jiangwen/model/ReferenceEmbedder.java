package io.jiangwen.model;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15.BgeSmallZhV15EmbeddingModel;
import io.jiangwen.text.Language;
import java.util.List;
import java.util.Set;

/**
 * The models of the service as langchain4j itself runs them: what the service's own way of running them is compared with.
 * Of tokens it knows nothing. No bean; whoever measures makes one.
 */
public final class ReferenceEmbedder implements Embedder {
    private static final TokenVectors NONE = new TokenVectors(2, new byte[0]);

    private final EmbeddingModel chinese = new BgeSmallZhV15EmbeddingModel();
    private final EmbeddingModel english = new AllMiniLmL6V2EmbeddingModel();

    @Override
    public String model(Language language) {
        return OnnxEmbedder.description(language).name();
    }

    @Override
    public PassageEncoding passage(String text, Language language) {
        return new PassageEncoding(embedding(text, language), NONE, NONE, Set.of());
    }

    @Override
    public QuestionEncoding question(String text, Language language) {
        String instruction = OnnxEmbedder.description(language).instruction();
        return new QuestionEncoding(embedding(instruction + text, language), List.of());
    }

    private Embedding embedding(String text, Language language) {
        EmbeddingModel model =
                switch (language) {
                    case ZH -> chinese;
                    case EN -> english;
                };
        return new Embedding(
                OnnxEmbedder.description(language).name(),
                model.embed(text).content().vector());
    }
}
