package io.jiangwen.model;

import io.jiangwen.text.Language;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * An embedding model for each language, loaded at start: where nothing else is configured bge-small-zh-v1.5 for Chinese,
 * all-MiniLM-L6-v2 for English, which finds almost nothing in Chinese. A name that is none keeps the service from starting.
 */
@Startup
@ApplicationScoped
class OnnxEmbedder implements Embedder {
    private final BertModel chinese;
    private final BertModel english;

    OnnxEmbedder(ModelConfig config) {
        BertModel.Description forChinese =
                EmbeddingModels.named(config.embeddingZh(), Language.ZH, "JIANGWEN_EMBEDDING_ZH");
        BertModel.Description forEnglish =
                EmbeddingModels.named(config.embeddingEn(), Language.EN, "JIANGWEN_EMBEDDING_EN");
        chinese = new BertModel(forChinese);
        english = forEnglish.equals(forChinese) ? chinese : new BertModel(forEnglish);
        // The first call loads native code; better now than under the first question.
        question("你好", Language.ZH);
        question("hello", Language.EN);
        Log.infof("Embedding models %s and %s are loaded", forChinese.name(), forEnglish.name());
    }

    @Override
    public PassageEncoding passage(String text, Language language) {
        return of(language).passage(text);
    }

    @Override
    public QuestionEncoding question(String text, Language language) {
        return of(language).question(text);
    }

    @Override
    public Embedding whole(String text, Language language) {
        return of(language).whole(text);
    }

    @Override
    public String model(Language language) {
        return of(language).name();
    }

    /** The model that a language has where nothing else is configured. */
    static BertModel.Description description(Language language) {
        return switch (language) {
            case ZH -> EmbeddingModels.CHINESE;
            case EN -> EmbeddingModels.ENGLISH;
        };
    }

    private BertModel of(Language language) {
        return switch (language) {
            case ZH -> chinese;
            case EN -> english;
        };
    }
}
