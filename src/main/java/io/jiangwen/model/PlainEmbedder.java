package io.jiangwen.model;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15.BgeSmallZhV15EmbeddingModel;
import io.jiangwen.text.Language;
import java.util.List;
import java.util.Set;

/**
 * One vector for a text and nothing of its tokens, as the baselines of an evaluation and the benchmark of the embedding
 * use the models. No bean; whoever measures makes one.
 */
public final class PlainEmbedder implements Embedder {
    private static final TokenVectors NONE = new TokenVectors(2, new byte[0]);

    private final EmbeddingModel chinese;
    private final EmbeddingModel english;

    private PlainEmbedder(EmbeddingModel chinese, EmbeddingModel english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** The models as the service runs them. */
    public static PlainEmbedder ofTheService() {
        return new PlainEmbedder(encoder(Language.ZH), encoder(Language.EN));
    }

    /** The same models as langchain4j itself runs them: what the service's way is compared with. */
    public static PlainEmbedder ofLangchain4j() {
        return new PlainEmbedder(new BgeSmallZhV15EmbeddingModel(), new AllMiniLmL6V2EmbeddingModel());
    }

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
        return new Embedding(model(language), model.embed(text).content().vector());
    }

    private static EmbeddingModel encoder(Language language) {
        BertModel.Description model = OnnxEmbedder.description(language);
        return new EncoderEmbeddingModel(new TextEncoder(model.files(), List.of(), model.pooling()), model.pooling());
    }
}
