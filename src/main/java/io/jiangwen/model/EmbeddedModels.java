package io.jiangwen.model;

import io.jiangwen.text.Language;

/** The embedding models of the service without the service around them. No bean; whoever measures makes one. */
public final class EmbeddedModels implements Embedder {
    private final BertModel chinese = new BertModel(OnnxEmbedder.description(Language.ZH));
    private final BertModel english = new BertModel(OnnxEmbedder.description(Language.EN));

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

    private BertModel of(Language language) {
        return switch (language) {
            case ZH -> chinese;
            case EN -> english;
        };
    }
}
