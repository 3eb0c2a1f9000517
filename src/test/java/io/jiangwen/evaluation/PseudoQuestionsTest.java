package io.jiangwen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.knowledge.KnowledgeSample.Sampled;
import io.jiangwen.knowledge.KnowledgeSample.Stretch;
import io.jiangwen.retrieval.Lesson;
import io.jiangwen.text.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PseudoQuestionsTest {
    private static final Sampled COURSE = article(
            "course",
            ArticleKind.COURSE,
            "细长轴车削方法",
            new Stretch("跟刀架的调整", "跟刀架的调整要在吃刀之后进行，支承爪轻轻接触工件。"),
            new Stretch("注意事项", "戴好防护眼镜。"));
    private static final Sampled OTHER = article(
            "other", ArticleKind.COURSE, "深孔钻削方法", new Stretch("注意事项", "切屑要断开。"), new Stretch("", "枪钻的冷却压力要足够高。"));

    @Test
    void asksByTitleAndByHeadingsThatNoOtherArticleHas() {
        assertThat(PseudoQuestions.of(List.of(COURSE, OTHER), 100))
                .extracting(
                        lesson -> lesson.article() + ": " + lesson.question().text())
                .containsExactly("course: 细长轴车削方法", "course: 跟刀架的调整", "other: 深孔钻削方法");
    }

    @Test
    void whatAnswersIsSearchedWithoutTheQuestion() {
        List<Lesson> lessons = PseudoQuestions.of(List.of(COURSE, OTHER), 100);

        assertThat(lessons).allSatisfy(lesson -> assertThat(lesson.hidden())
                .isNotEmpty()
                .noneMatch(text -> text.contains(lesson.question().text())));
        assertThat(lessons.get(1).hidden()).containsExactly("细长轴车削方法\n要在吃刀之后进行，支承爪轻轻接触工件。");
    }

    @Test
    void wordingsOfStandardQuestionsAreQuestionsAndNothingStandsInForThem() {
        Sampled standard = article(
                "standard",
                ArticleKind.STANDARD_QUESTION,
                "车床尺寸漂移怎么办？",
                new Stretch("问法", "- 数控车床加工一批后尺寸变大了怎么回事？\n- 工件尺寸早上和下午不一样？\n- 短"),
                new Stretch("答案", "先热机半小时，再补偿。"));

        List<Lesson> lessons = PseudoQuestions.of(List.of(standard), 100);
        assertThat(lessons)
                .extracting(lesson -> lesson.question().text())
                .containsExactly("数控车床加工一批后尺寸变大了怎么回事？", "工件尺寸早上和下午不一样？", "车床尺寸漂移怎么办？");
        assertThat(lessons.getFirst().hidden()).isEmpty();
    }

    @Test
    void questionsInAListOfAnotherKindAreNoWordings() {
        Sampled know =
                article("know-how", ArticleKind.KNOW_HOW, "自检清单怎样使用", new Stretch("", "- 主轴轴承温度是否正常？\n- 导轨润滑是否到位？"));
        assertThat(PseudoQuestions.of(List.of(know), 100)).hasSize(1);
    }

    @Test
    void whatNobodyWouldAskIsNoQuestion() {
        Sampled bare = article(
                "bare",
                ArticleKind.CASE,
                "说明",
                new Stretch("Maintenance of gearboxes", "一段正文。"),
                new Stretch("", "另一段正文。"));
        Sampled hollow = article("hollow", ArticleKind.CASE, "齿轮箱漏油处理", new Stretch("", "齿轮箱漏油处理"));
        assertThat(PseudoQuestions.of(List.of(bare, hollow), 100)).isEmpty();
    }

    @Test
    void noMoreThanWantedAndNoMoreThanThreeOfOneArticle() {
        List<Stretch> many = new ArrayList<>();
        for (String part : List.of("主轴", "尾座", "刀架", "床身", "溜板")) many.add(new Stretch(part + "精度检验方法", "用百分表检验。"));
        Sampled wide = new Sampled("wide", ArticleKind.COURSE, Language.ZH, "车床几何精度检验", many);

        assertThat(PseudoQuestions.of(List.of(wide, COURSE), 100))
                .filteredOn(lesson -> lesson.article().equals("wide"))
                .hasSize(3);
        assertThat(PseudoQuestions.of(List.of(wide, COURSE), 4)).hasSize(4);
        assertThat(PseudoQuestions.of(List.of(), 4)).isEmpty();
    }

    private static Sampled article(String id, ArticleKind kind, String title, Stretch... passages) {
        return new Sampled(id, kind, Language.ZH, title, List.of(passages));
    }
}
