package io.jiangwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiangwen.account.Viewer;
import io.jiangwen.question.Question;
import io.jiangwen.retrieval.PassageSearch;
import io.jiangwen.text.Language;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublisherIT {
    private static final UUID CURATOR = demo("curator");
    private static final UUID CURATOR2 = demo("curator2");
    private static final Readership EVERYBODY = new Readership(Viewer.PUBLIC, null);
    private static final Readership DESK = new Readership(Viewer.EVERYTHING, null);
    private static final UUID SECOND_ENTERPRISE = UUID.nameUUIDFromBytes("示例阀门制造公司".getBytes(StandardCharsets.UTF_8));

    private final ArticleDesk desk;
    private final Publisher publisher;
    private final ArticleReader reader;
    private final PassageSearch search;
    private final LexemeStatistics statistics;
    private final EntityManager database;

    PublisherIT(
            ArticleDesk desk,
            Publisher publisher,
            ArticleReader reader,
            PassageSearch search,
            LexemeStatistics statistics,
            EntityManager database) {
        this.desk = desk;
        this.publisher = publisher;
        this.reader = reader;
        this.search = search;
        this.statistics = statistics;
        this.database = database;
    }

    @Test
    void isFoundAtCommitAndGoneAtRetraction() {
        String id = inReview(wiredrawing("拉丝模孔出现环形沟槽时先查冷却液浓度。", new Visibility.Public()));
        assertThat(found("拉丝模孔环形沟槽怎么处理", Viewer.PUBLIC)).doesNotContain(id);
        assertThat(reader.find(id, EVERYBODY)).isEmpty();

        assertThat(publish(id, 1).state()).isEqualTo(ArticleState.PUBLISHED);
        assertThat(found("拉丝模孔环形沟槽怎么处理", Viewer.PUBLIC)).contains(id);
        assertThat(reader.find(id, EVERYBODY)).isPresent();

        publisher.retract(id, "浓度写错");
        assertThat(found("拉丝模孔环形沟槽怎么处理", Viewer.PUBLIC)).doesNotContain(id);
        assertThat(reader.find(id, EVERYBODY)).isEmpty();
        assertThat(reader.version(id, 1, EVERYBODY).orElseThrow().state()).isEqualTo(ArticleState.RETRACTED);
        assertThat(publisher.retract(id, null).retraction()).isEqualTo("浓度写错");
    }

    @Test
    void traditionalAndSimplifiedCharactersFindEachOther() {
        String simplified = inReview(wiredrawing("眼模润滑剂结块时先筛粉。", new Visibility.Public()));
        String traditional = inReview(wiredrawing("盤條酸洗後發黑要查磷化膜厚度。", new Visibility.Public()));
        publish(simplified, 1);
        publish(traditional, 1);

        assertThat(found("眼模潤滑劑結塊怎麼處理", Viewer.PUBLIC).getFirst()).isEqualTo(simplified);
        assertThat(found("盘条酸洗后发黑怎么办", Viewer.PUBLIC).getFirst()).isEqualTo(traditional);
        assertThat(reader.find(traditional, EVERYBODY).orElseThrow().text()).contains("盤條");
    }

    @Test
    void anEnglishQuestionFindsAChinesePassageByItsTerms() {
        String id = inReview(wiredrawing("拉丝机卷筒打滑时检查皮带张力和轴承润滑。", new Visibility.Public()));
        publish(id, 1);
        statistics.refreshNow();

        assertThat(found("check belt tension and bearing lubrication", Viewer.PUBLIC))
                .contains(id);
    }

    @Test
    void aNewVersionTakesThePlaceOfTheOldOneWhenItIsPublishedAndNotBefore() {
        String id = inReview(wiredrawing("退火炉温度取650度。", new Visibility.Public()));
        publish(id, 1);
        desk.revise(id, new Revision(1, wiredrawing("退火炉温度取680度。", new Visibility.Public()), CURATOR, false));
        assertThat(reader.find(id, EVERYBODY).orElseThrow().version()).isEqualTo(1);
        assertThat(reader.find(id, DESK).orElseThrow().version()).isEqualTo(2);
        assertThat(reader.version(id, 2, EVERYBODY)).isEmpty();

        publish(id, 2);
        assertThat(reader.find(id, EVERYBODY).orElseThrow().text()).contains("680");
        assertThat(reader.version(id, 1, EVERYBODY).orElseThrow().state()).isEqualTo(ArticleState.SUPERSEDED);
        assertThat(versionsInPassages(id)).containsExactly(2);
    }

    @Test
    void aPassageIsWhatItsOffsetsCover() {
        String id = inReview(wiredrawing("## 现象\n\n断丝频繁。\n\n## 处置\n\n1. 换模。\n2. 调张力。", new Visibility.Public()));
        publish(id, 1);
        String text = reader.find(id, EVERYBODY).orElseThrow().text();
        List<Object[]> rows = QuarkusTransaction.requiringNew()
                .call(() -> rows("select text, start_offset, end_offset from passage where article_id = ?1", id));
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(text.substring((int) row[1], (int) row[2]))
                .isEqualTo(row[0]));
    }

    @Test
    void aPrivateArticleExistsForItsEnterpriseOnly() {
        Visibility own = new Visibility.Enterprise(SECOND_ENTERPRISE);
        String id = inReview(wiredrawing("阀杆镀铬后磨削烧伤用软砂轮。", own));
        publish(id, 1);
        Viewer insider = new Viewer(SECOND_ENTERPRISE, "C34", false);
        Viewer outsider = new Viewer(UUID.randomUUID(), "C34", false);
        assertThat(reader.find(id, new Readership(insider, null))).isPresent();
        assertThat(reader.find(id, new Readership(outsider, null))).isEmpty();
        assertThat(reader.version(id, 1, new Readership(outsider, null))).isEmpty();
        assertThat(reader.list(all("阀杆镀铬"), new Readership(outsider, null)).items())
                .isEmpty();
        assertThat(reader.list(all("阀杆镀铬"), new Readership(insider, null)).items())
                .hasSize(1);
        assertThat(found("阀杆镀铬后磨削烧伤", outsider)).doesNotContain(id);
        assertThat(found("阀杆镀铬后磨削烧伤", insider)).contains(id);
    }

    @Test
    void anArticleOfAnIndustryIsForThatIndustry() {
        String id = inReview(wiredrawing("退丝机的行业经验。", new Visibility.Industry("C31")));
        publish(id, 1);
        assertThat(reader.find(id, new Readership(new Viewer(null, "C31", false), null)))
                .isPresent();
        assertThat(reader.find(id, new Readership(new Viewer(null, "C34", false), null)))
                .isEmpty();
        assertThat(reader.find(id, EVERYBODY)).isEmpty();
    }

    @Test
    void makingAnArticlePrivateHidesItsEarlierVersions() {
        String id = inReview(wiredrawing("张力轮改造的公开版。", new Visibility.Public()));
        publish(id, 1);
        Visibility own = new Visibility.Enterprise(SECOND_ENTERPRISE);
        desk.revise(id, new Revision(1, wiredrawing("张力轮改造的内部版。", own), CURATOR, false));
        assertThat(reader.find(id, EVERYBODY)).isPresent();
        publish(id, 2);
        assertThat(reader.find(id, EVERYBODY)).isEmpty();
        assertThat(reader.version(id, 1, EVERYBODY)).isEmpty();
    }

    @Test
    void publishesTheNewestVersionInReviewOnly() {
        String draft = create(wiredrawing("草稿。", new Visibility.Public()), ArticleState.DRAFT);
        assertThatThrownBy(() -> publish(draft, 1)).isInstanceOf(NotInReview.class);
        String id = inReview(wiredrawing("一版。", new Visibility.Public()));
        desk.revise(id, new Revision(1, wiredrawing("二版。", new Visibility.Public()), CURATOR, false));
        assertThatThrownBy(() -> publish(id, 1)).isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() ->
                        desk.revise(id, new Revision(1, wiredrawing("三版。", new Visibility.Public()), CURATOR, false)))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> publish("a-unknown", 1)).isInstanceOf(io.jiangwen.problem.Problem.NotFound.class);
    }

    @Test
    void refusesATextThatNobodyCouldFind() {
        String id = inReview(wiredrawing("# 只有标题", new Visibility.Public()));
        assertThatThrownBy(() -> publish(id, 1)).hasMessageContaining("headings only");
    }

    @Test
    void twoApprovalsAtOncePublishOnce() throws Exception {
        String id = inReview(wiredrawing("同时审批的一条。", new Visibility.Public()));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<ArticleView> approval = () -> publish(id, 1);
            for (Future<ArticleView> one : threads.invokeAll(List.of(approval, approval, approval, approval)))
                assertThat(one.get().state()).isEqualTo(ArticleState.PUBLISHED);
        }
        assertThat(versionsInPassages(id)).containsExactly(1);
    }

    @Test
    void countsLexemesAgain() {
        String id = inReview(wiredrawing("钽铌合金zzyzx拉拔。", new Visibility.Public()));
        publish(id, 1);
        statistics.refreshNow();
        assertThat(passagesWith("zzyzx")).isEqualTo(1);
        publisher.retract(id, null);
        statistics.refreshNow();
        assertThat(passagesWith("zzyzx")).isZero();
    }

    private ArticleView publish(String id, int version) {
        return publisher.publish(id, new Approval(version, CURATOR2, null));
    }

    private String inReview(ArticleContent content) {
        return create(content, ArticleState.IN_REVIEW);
    }

    private String create(ArticleContent content, ArticleState state) {
        return desk.create(new NewArticle(NewArticle.freshId(), content, state, CURATOR, null))
                .id();
    }

    private List<String> found(String question, Viewer viewer) {
        return search.search(Question.of(question), viewer).hits().stream()
                .map(hit -> hit.passage().article())
                .toList();
    }

    private List<Integer> versionsInPassages(String id) {
        List<?> versions = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        "select distinct version from passage where article_id = ?1", Integer.class)
                .setParameter(1, id)
                .getResultList());
        return versions.stream().map(Integer.class::cast).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Object value) {
        return database.createNativeQuery(sql, Object[].class)
                .setParameter(1, value)
                .getResultList();
    }

    private long passagesWith(String lexeme) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(
                                "select coalesce(sum(passages), 0) from lexeme_stat where lexeme = ?1")
                        .setParameter(1, lexeme)
                        .getSingleResult())
                .longValue());
    }

    private static ArticleQuery all(String words) {
        return new ArticleQuery(null, null, null, words, null, ArticleQuery.MOST);
    }

    private static ArticleContent wiredrawing(String text, Visibility visibility) {
        return new ArticleContent(
                ArticleKind.KNOW_HOW,
                "拉丝车间",
                text,
                Language.ZH,
                "wire-drawing",
                List.of("拉丝"),
                "编写组",
                "测试",
                "CC BY 4.0",
                null,
                visibility,
                0);
    }

    private static UUID demo(String login) {
        return UUID.nameUUIDFromBytes(("demo account " + login).getBytes(StandardCharsets.UTF_8));
    }
}
