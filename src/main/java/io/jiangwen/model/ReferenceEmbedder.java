package io.jiangwen.model;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15.BgeSmallZhV15EmbeddingModel;
import io.jiangwen.text.Language;

/**
 * The models of the service as langchain4j itself runs them: what the service's own way of running them is compared with.
 * No bean; whoever measures makes one.
 */
public final class ReferenceEmbedder implements Embedder {
    private static final String CHINESE_INSTRUCTION = "为这个句子生成表示以用于检索相关文章：";

    private final EmbeddingModel chinese = new BgeSmallZhV15EmbeddingModel();
    private final EmbeddingModel english = new AllMiniLmL6V2EmbeddingModel();

    @Override
    public Embedding passage(String text, Language language) {
        return switch (language) {
            case ZH ->
                new Embedding("bge-small-zh-v1.5", chinese.embed(text).content().vector());
            case EN ->
                new Embedding("all-MiniLM-L6-v2", english.embed(text).content().vector());
        };
    }

    @Override
    public Embedding question(String text, Language language) {
        return switch (language) {
            case ZH -> passage(CHINESE_INSTRUCTION + text, language);
            case EN -> passage(text, language);
        };
    }
}
