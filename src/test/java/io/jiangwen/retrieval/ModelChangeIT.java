package io.jiangwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jiangwen.account.Viewer;
import io.jiangwen.knowledge.Publisher;
import io.jiangwen.question.Question;
import io.jiangwen.testsupport.Callers;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Searching while passages are made again after a change of the embedding model. The Chinese article here still has what
 * the English model made of it, as if that had been the one for Chinese before.
 */
@QuarkusTest
class ModelChangeIT {
    private static final String ARTICLE = "renewed-last";
    private static final String TEXT = "磨床主轴轴承过热时，先查润滑脂是不是加多了，再查预紧力。乌龟纹样的烧伤是征兆。";
    private static final Question QUESTION = Question.of("磨床主轴轴承过热，有乌龟纹怎么办");

    private static final String OTHER_VECTOR = """
            UPDATE passage SET model = ?, embedding = CAST(array_fill(CAST(0.05 AS real), ARRAY[384]) AS halfvec)
            WHERE article_id = ?
            """;

    /** Rarity is counted again now and then, with this article or without it. */
    private static final Offset<Double> COUNTED_ANEW = within(0.01);

    /** More articles than there are: what is ranked by its words alone stands far behind. */
    private static final int EVERY = 1_000;

    /** Three tokens of 128 components, half a byte each: one and a half of those of the Chinese model. */
    private static final String OTHER_TOKENS = """
            UPDATE passage_vectors SET tokens = decode(repeat('b7', 3 * 64), 'hex'), sentences = decode(repeat('b7', 192), 'hex')
            WHERE passage_id IN (SELECT id FROM passage WHERE article_id = ?)
            """;

    private final Callers callers;
    private final Publisher publisher;
    private final PassageSearch search;
    private final Routes routes;
    private final DataSource database;

    ModelChangeIT(Callers callers, Publisher publisher, PassageSearch search, Routes routes, DataSource database) {
        this.callers = callers;
        this.publisher = publisher;
        this.search = search;
        this.routes = routes;
        this.database = database;
    }

    @BeforeEach
    void publish() {
        publisher.publishShipped(List.of(publisher.prepare(ARTICLE, LexicalFindsIT.saying(TEXT), "renewal")));
        // Counts the words anew, those of the article too.
        callers.awaitKnowledge();
    }

    @AfterEach
    void retract() {
        publisher.retract(ARTICLE, "only a test");
    }

    @Test
    void aPassageOfTheFormerModelIsFoundByItsWordsAndComparedByNothingElse() throws SQLException {
        assertThat(routes.plan(QUESTION, SearchFilter.of(Viewer.PUBLIC)).ways())
                .as("both models are asked")
                .hasSize(2);
        Map<String, Double> before = scores();
        assertThat(found().feature(Feature.WINDOW)).isPositive();

        change(OTHER_VECTOR, "all-MiniLM-L6-v2", ARTICLE);
        change(OTHER_TOKENS, ARTICLE);

        Hit old = found();
        assertThat(old.evidence().lexical()).isPositive();
        assertThat(old.feature(Feature.WINDOW)).isZero();
        assertThat(old.feature(Feature.SENTENCE)).isZero();
        assertThat(old.evidence().score()).isBetween(0.0, 1.0);
        Map<String, Double> during = scores();
        // Those far behind may owe their place to a passage that just came among the candidates.
        before.entrySet().stream()
                .filter(each -> !each.getKey().equals(ARTICLE))
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(3)
                .forEach(each -> assertThat(during.getOrDefault(each.getKey(), -1.0))
                        .as("%s, before %s", each.getKey(), before)
                        .isCloseTo(each.getValue(), COUNTED_ANEW));
    }

    @Test
    void aModelThatNobodyAsksWithAnyMoreIsComparedWithNothing() throws SQLException {
        change(OTHER_VECTOR, "a-model-of-last-year", ARTICLE);
        change(OTHER_TOKENS, ARTICLE);

        Hit old = found();
        assertThat(old.evidence().lexical()).isPositive();
        assertThat(old.evidence().cosine()).isZero();
        assertThat(old.feature(Feature.WINDOW)).isZero();
    }

    private Hit found() {
        return search.bestOfEachArticle(QUESTION, SearchFilter.of(Viewer.PUBLIC), EVERY).stream()
                .filter(hit -> hit.passage().article().equals(ARTICLE))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Double> scores() {
        return search.bestOfEachArticle(QUESTION, SearchFilter.of(Viewer.PUBLIC), EVERY).stream()
                .collect(Collectors.toMap(
                        hit -> hit.passage().article(), hit -> hit.evidence().score()));
    }

    private void change(String sql, String... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) update.setString(i + 1, values[i]);
            assertThat(update.executeUpdate()).isPositive();
        }
    }
}
