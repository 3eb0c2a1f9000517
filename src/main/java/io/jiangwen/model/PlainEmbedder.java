package io.jiangwen.model;

import io.jiangwen.text.Language;
import java.util.List;
import java.util.Set;

/**
 * The models of the service without their tokens: one vector for a text and nothing more, as the plain baselines of an
 * evaluation use them. No bean; whoever measures makes one.
 */
public final class PlainEmbedder implements Embedder {
    private static final TokenVectors NONE = new TokenVectors(2, new byte[0]);

    private final TextEncoder chinese = encoder(Language.ZH);
    private final TextEncoder english = encoder(Language.EN);

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
        TextEncoder encoder =
                switch (language) {
                    case ZH -> chinese;
                    case EN -> english;
                };
        BertModel.Description model = OnnxEmbedder.description(language);
        return new Embedding(model.name(), model.pooling().pool(encoder.encode(text)));
    }

    private static TextEncoder encoder(Language language) {
        return new TextEncoder(OnnxEmbedder.description(language).files(), List.of());
    }
}
