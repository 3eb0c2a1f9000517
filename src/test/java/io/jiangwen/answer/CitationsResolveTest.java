package io.jiangwen.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.curation.KnowledgeFolder;
import io.jiangwen.knowledge.Chunk;
import io.jiangwen.knowledge.Chunker;
import io.jiangwen.knowledge.Passage;
import io.jiangwen.question.Question;
import io.jiangwen.retrieval.Evidence;
import io.jiangwen.retrieval.Hit;
import io.jiangwen.retrieval.SearchResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** A thousand answers from random passages of random versions: each citation is the very words of its version. */
class CitationsResolveTest {
    private static final int TURNS = 1_000;
    private static final int LONGEST_PASSAGE = 600;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(42);
    private final Map<String, String> versions = new HashMap<>();
    private final ExtractiveComposer composer = new ExtractiveComposer(new AnswerSettings(8, 6));

    @Test
    void everyCitationOfAThousandTurnsIsTheVeryWordsOfItsVersion() throws IOException {
        List<KnowledgeFolder.Entry> articles = KnowledgeFolder.packed().entries();
        int cited = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            AnswerBuilder builder = new AnswerBuilder(AnswerListener.NONE);
            Question question = Question.of(
                    articles.get(random.nextInt(articles.size())).content().title());
            composer.compose(question, new SearchResult(hits(articles), Map.of()))
                    .forEach(builder::add);
            for (Answer.Citation citation :
                    builder.build(Answer.Composer.EXTRACTIVE).citations()) {
                String text = Objects.requireNonNull(versions.get(citation.article() + "@" + citation.version()));
                assertThat(text.substring(citation.start(), citation.end())).isEqualTo(citation.quote());
                cited++;
            }
        }
        assertThat(cited).isGreaterThan(TURNS);
    }

    private List<Hit> hits(List<KnowledgeFolder.Entry> articles) {
        List<Hit> hits = new ArrayList<>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            KnowledgeFolder.Entry article = articles.get(random.nextInt(articles.size()));
            int version = random.nextInt(1, 4);
            String text = edited(article.content().text(), version);
            versions.put(article.id() + "@" + version, text);
            List<Chunk> chunks = new Chunker().chunk(text, LONGEST_PASSAGE / 2, LONGEST_PASSAGE);
            Chunk chunk = chunks.get(random.nextInt(chunks.size()));
            double score = random.nextDouble();
            hits.add(new Hit(passage(article, version, text, chunk), new Evidence(score, score, score, score)));
        }
        hits.sort(
                Comparator.comparingDouble((Hit hit) -> hit.evidence().score()).reversed());
        return hits;
    }

    /** Another version of an article has other words before those of the first. */
    private static String edited(String text, int version) {
        return version == 1 ? text : "第" + version + "版修订说明😀。\n\n" + text;
    }

    private static Passage passage(KnowledgeFolder.Entry article, int version, String text, Chunk chunk) {
        return new Passage(
                1,
                article.id(),
                version,
                article.content().kind(),
                article.content().title(),
                article.content().author(),
                chunk.headingPath(),
                chunk.range().of(text),
                chunk.range(),
                article.content().language(),
                0);
    }
}
