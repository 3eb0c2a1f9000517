package io.jiangwen.evaluation;

import io.jiangwen.model.Embedder;
import io.jiangwen.model.Embedding;
import io.jiangwen.model.PassageEncoding;
import io.jiangwen.model.QuestionEncoding;
import io.jiangwen.text.Language;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;

/** Puts the cache before the service's embedder where a folder for it is configured: in evaluations only. */
@Decorator
@Priority(1)
class CachingDecorator implements Embedder {
    private final Embedder passages;
    private final Embedder questions;

    CachingDecorator(@Any @Delegate Embedder delegate, EvaluationConfig config) {
        passages = config.cache()
                .<Embedder>map(folder -> new CachedEmbedder(delegate, folder))
                .orElse(delegate);
        questions = config.cacheQuestions() ? passages : delegate;
    }

    @Override
    public String model(Language language) {
        return passages.model(language);
    }

    @Override
    public PassageEncoding passage(String text, Language language) {
        return passages.passage(text, language);
    }

    @Override
    public QuestionEncoding question(String text, Language language) {
        return questions.question(text, language);
    }

    @Override
    public Embedding whole(String text, Language language) {
        return questions.whole(text, language);
    }
}
