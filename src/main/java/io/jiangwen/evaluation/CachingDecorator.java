package io.jiangwen.evaluation;

import io.jiangwen.model.Embedder;
import io.jiangwen.model.Embedding;
import io.jiangwen.text.Language;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import java.util.function.Function;

/** Puts the cache before the service's embedder where a folder for it is configured: in evaluations only. */
@Decorator
@Priority(1)
class CachingDecorator implements Embedder {
    private final Embedder delegate;
    private final Embedder passages;
    private final Embedder questions;

    /** An embedder that makes a passage of a question calls itself, and is decorated there too: once is enough. */
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    CachingDecorator(@Any @Delegate Embedder delegate, EvaluationConfig config) {
        this.delegate = delegate;
        passages = config.cache()
                .<Embedder>map(folder -> new CachedEmbedder(delegate, folder))
                .orElse(delegate);
        questions = config.cacheQuestions() ? passages : delegate;
    }

    @Override
    public Embedding passage(String text, Language language) {
        return once(passages, embedder -> embedder.passage(text, language));
    }

    @Override
    public Embedding question(String text, Language language) {
        return once(questions, embedder -> embedder.question(text, language));
    }

    private Embedding once(Embedder cached, Function<Embedder, Embedding> embed) {
        if (inside.get()) return embed.apply(delegate);
        inside.set(true);
        try {
            return embed.apply(cached);
        } finally {
            inside.set(false);
        }
    }
}
