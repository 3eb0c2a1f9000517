package io.jiangwen.model;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15.BgeSmallZhV15EmbeddingModel;
import io.jiangwen.text.Language;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The two embedded models, loaded at start: bge-small-zh-v1.5 for Chinese, all-MiniLM-L6-v2 for English, which finds
 * almost nothing in Chinese.
 */
@Startup
@ApplicationScoped
class OnnxEmbedder implements Embedder {
    static final String CHINESE = "bge-small-zh-v1.5";
    static final String ENGLISH = "all-MiniLM-L6-v2";

    /** The instruction that bge-small-zh-v1.5 was trained with for short queries (its model card). */
    private static final String CHINESE_INSTRUCTION = "为这个句子生成表示以用于检索相关文章：";

    private final EmbeddingModel chinese = new BgeSmallZhV15EmbeddingModel();
    private final EmbeddingModel english = new AllMiniLmL6V2EmbeddingModel();

    OnnxEmbedder() {
        // The first call loads native code; better now than under the first question.
        question("你好", Language.ZH);
        question("hello", Language.EN);
        Log.infof("Embedding models %s and %s are loaded", CHINESE, ENGLISH);
    }

    @Override
    public Embedding passage(String text, Language language) {
        return switch (language) {
            case ZH -> new Embedding(CHINESE, chinese.embed(text).content().vector());
            case EN -> new Embedding(ENGLISH, english.embed(text).content().vector());
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
