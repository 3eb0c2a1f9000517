package io.jiangwen.model;

import io.jiangwen.text.Language;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The two embedded models, loaded at start: bge-small-zh-v1.5 for Chinese, all-MiniLM-L6-v2 for English, which finds
 * almost nothing in Chinese.
 */
@Startup
@ApplicationScoped
class OnnxEmbedder implements Embedder {
    /** The instruction is what bge-small-zh-v1.5 was trained with for short queries (its model card). */
    private static final BertModel.Description CHINESE = new BertModel.Description(
            "bge-small-zh-v1.5", "bge-small-zh-v1.5", Pooling.FIRST, "为这个句子生成表示以用于检索相关文章：", List.of(3), 256, false);

    private static final BertModel.Description ENGLISH =
            new BertModel.Description("all-MiniLM-L6-v2", "all-minilm-l6-v2", Pooling.MEAN, "", List.of(4), 128, true);

    private final BertModel chinese = new BertModel(CHINESE);
    private final BertModel english = new BertModel(ENGLISH);

    OnnxEmbedder() {
        // The first call loads native code; better now than under the first question.
        question("你好", Language.ZH);
        question("hello", Language.EN);
        Log.infof("Embedding models %s and %s are loaded", CHINESE.name(), ENGLISH.name());
    }

    @Override
    public PassageEncoding passage(String text, Language language) {
        return of(language).passage(text);
    }

    @Override
    public QuestionEncoding question(String text, Language language) {
        return of(language).question(text);
    }

    static BertModel.Description description(Language language) {
        return switch (language) {
            case ZH -> CHINESE;
            case EN -> ENGLISH;
        };
    }

    private BertModel of(Language language) {
        return switch (language) {
            case ZH -> chinese;
            case EN -> english;
        };
    }
}
