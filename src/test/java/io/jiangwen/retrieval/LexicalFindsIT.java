package io.jiangwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.account.Viewer;
import io.jiangwen.knowledge.ArticleContent;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.knowledge.Publisher;
import io.jiangwen.knowledge.Visibility;
import io.jiangwen.question.Question;
import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.text.Language;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lexical leg finds by itself, where a plain text search or a careless one finds nothing. */
@QuarkusTest
class LexicalFindsIT {
    private static final String ROLLING = "冷轧带材表面出现乌龟纹时，先检查轧辊的粗糙度，再检查乳化液的浓度。";
    private static final Map<String, String> ARTICLES = Map.of(
            "found-rolling", ROLLING,
            "found-bearing", "电机后端换用 6205-2RS 轴承，两面带密封圈。",
            "found-thread", "端盖螺钉的螺纹是 M10×1.5，拧紧力矩 45 N·m。",
            "found-roughness", "密封面的粗糙度不大于 Ra0.8，用样板比对。",
            "found-hardness", "冲头淬火后的硬度应达到 HRC58，低于它就重新淬火。",
            "found-tolerance", "图样上没有注公差的尺寸按 GB/T 1804 的中等级。");

    private final Callers callers;
    private final Publisher publisher;
    private final Routes routes;
    private final DataSource database;

    LexicalFindsIT(Callers callers, Publisher publisher, Routes routes, DataSource database) {
        this.callers = callers;
        this.publisher = publisher;
        this.routes = routes;
        this.database = database;
    }

    @BeforeEach
    void publish() {
        callers.awaitKnowledge();
        publisher.publishShipped(ARTICLES.entrySet().stream()
                .map(article -> publisher.prepare(article.getKey(), saying(article.getValue()), "found"))
                .toList());
    }

    @AfterEach
    void retract() {
        ARTICLES.keySet().forEach(id -> publisher.retract(id, "only a test"));
    }

    @Test
    void aQuestionInChineseThatASimpleTextSearchCannotFind() throws SQLException {
        String question = "带材表面的乌龟纹怎么消除";
        assertThat(simple(ROLLING, question)).isFalse();
        assertThat(simple(ROLLING, "乌龟纹")).isFalse();
        assertThat(best(question)).startsWith("found-rolling");
        assertThat(best("帶材表面的烏龜紋怎麼消除")).startsWith("found-rolling");
    }

    @ParameterizedTest
    @CsvSource({
        "found-bearing, ６２０５－２ＲＳ 能用在哪里",
        "found-bearing, 6205 2RS 能用在哪里",
        "found-bearing, 6205—2rs 能用在哪里",
        "found-thread, Ｍ１０×１．５ 拧多紧",
        "found-thread, M10x1.5 拧多紧",
        "found-thread, M10 * 1.5 拧多紧",
        "found-roughness, Ｒａ０．８ 用什么比对",
        "found-roughness, Ra 0.8 用什么比对",
        "found-hardness, 冲头淬火要求 ｈｒｃ 58",
        "found-hardness, 冲头淬火要求 58HRC",
        "found-tolerance, 未注公差按 ＧＢ／Ｔ１８０４",
        "found-tolerance, 未注公差按 gb/t  1804"
    })
    void aModelNumberHoweverItIsTyped(String article, String question) throws SQLException {
        assertThat(best(question)).startsWith(article);
    }

    /** What is asked about them is told at length by articles about tolerances, bearings and hardness. */
    @ParameterizedTest
    @CsvSource({
        "found-tolerance, GB/T 1804 一般公差怎么选",
        "found-tolerance, 图纸技术要求写着 GB/T1804-m 是什么意思，公差怎么选",
        "found-bearing, 6205-2RS 轴承装配前要不要清洗加热",
        "found-hardness, 淬火后硬度不够达不到 HRC58 是什么原因"
    })
    void aModelNumberAmongCommonWordsKeepsItsArticleFirst(String article, String question) {
        assertThat(callers.as("asker").read("/search?q={q}", question).getList("items.article"))
                .startsWith(article);
    }

    @Test
    void anotherModelNumberIsNotTaken() throws SQLException {
        assertThat(best("6206-2RS")).doesNotContain("found-bearing");
        assertThat(best("HRC60")).doesNotContain("found-hardness");
    }

    @Test
    void aPastedPageFindsTheArticleItIsFromAndCommonWordsAloneStillFindSomething() {
        Api asker = callers.as("asker");
        String page = asker.read("/articles/course-turning-slender-shaft").getString("text");
        String pasted = page.substring(0, Math.min(page.length(), 1_990));
        JsonPath found = asker.request()
                .queryParam("q", pasted)
                .get("/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(found.getString("items[0].article")).isEqualTo("course-turning-slender-shaft");
        JsonPath common = asker.read("/search?q={q}", "检查 时 工件 加工 使用 进行");
        assertThat(common.getList("items")).isNotEmpty();
        assertThat(common.getList("items.score", Float.class)).allMatch(score -> score >= 0 && score <= 1);
        JsonPath none = asker.read("/search?q={q}", "的 了 吗 怎么 什么");
        assertThat(none.getString("verdict")).isNotEqualTo("ANSWER");
    }

    /** Articles by the lexical leg alone, best first. */
    private List<String> best(String question) throws SQLException {
        SearchFilter filter = SearchFilter.of(Viewer.PUBLIC);
        Routes.Plan plan = routes.plan(Question.of(question), filter);
        QueryTerms terms = plan.ways().getFirst().terms();
        try (Connection connection = database.getConnection()) {
            return new LexicalLeg(terms, plan.counts())
                    .best(LexicalGate.open(terms), filter, 2_000, 3, connection).stream()
                            .map(this::article)
                            .toList();
        }
    }

    private String article(long passage) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT article_id FROM passage WHERE id = ?")) {
            query.setLong(1, passage);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean simple(String text, String question) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT to_tsvector('simple', ?) @@ plainto_tsquery('simple', ?)")) {
            query.setString(1, text);
            query.setString(2, question);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** A case that says this and nothing else. */
    static ArticleContent saying(String text) {
        return new ArticleContent(
                ArticleKind.CASE,
                "一则记录",
                text,
                Language.ZH,
                null,
                List.of(),
                "匠问编写组",
                "test",
                "CC BY 4.0",
                null,
                new Visibility.Public(),
                0);
    }
}
