package io.jiangwen.knowledge;

import io.jiangwen.model.Embedder;
import io.jiangwen.problem.Problem;
import io.jiangwen.text.Language;
import io.jiangwen.text.LexicalAnalyzer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Cuts a text into passages and computes what searches compare. Calls a model: never inside a transaction. */
@ApplicationScoped
class PassageMaker {
    /** Grows whenever passages come out otherwise than before; {@link PassageRenewal} makes the older ones again. */
    static final int RECIPE = 2;

    private final KnowledgeConfig config;
    private final Embedder embedder;
    private final Chunker chunker = new Chunker();
    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();

    PassageMaker(KnowledgeConfig config, Embedder embedder) {
        this.config = config;
        this.embedder = embedder;
    }

    /** @throws Problem.Conflict {@code nothing-to-find} when the text has nothing but headings */
    List<PreparedPassage> passages(ArticleContent content) {
        double wide = characters(content.language());
        List<Chunk> chunks =
                chunker.chunk(content.text(), (int) (config.passage().target() * wide), (int)
                        (config.passage().longest() * wide));
        if (chunks.isEmpty())
            throw new Problem.Conflict("nothing-to-find", "The text has headings only: no search would find it.");
        return chunks.parallelStream().map(chunk -> passage(content, chunk)).toList();
    }

    /** How many characters say what one says in Chinese. */
    private static double characters(Language language) {
        return switch (language) {
            case ZH -> 1;
            case EN -> 2.5;
        };
    }

    private PreparedPassage passage(ArticleContent content, Chunk chunk) {
        String searched = SearchedText.of(content.title(), chunk.headingPath(), chunk.text());
        return new PreparedPassage(chunk, embedder.passage(searched, content.language()), analyzer.lexemes(searched));
    }
}
