package io.jiangwen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.answer.Answer;
import io.jiangwen.answer.Outcome.Versions;
import io.jiangwen.confidence.Certificate;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.text.Language;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptTest {
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-22T12:00:00Z");

    private static Turn answered(String question, Answer.Composer composer, String quote) {
        Answer.Citation citation = new Answer.Citation(
                1, "course-a", 2, "7", ArticleKind.COURSE, "细长轴车削", "匠问编写组", quote, 0, 4, "/source?article=course-a");
        return new Turn(
                UUID.randomUUID(),
                question,
                question,
                TurnOutcome.ANSWERED,
                null,
                "摘自知识库",
                0.9,
                new Certificate(0.1, 0.95, 0, 0, null, Certificate.State.NOT_YET),
                new Turn.Words(composer, List.of(new Answer.Sentence("切削速度取60～80 m/min。", List.of(1)))),
                List.of(citation),
                0,
                null,
                new Versions(composer == Answer.Composer.MODEL ? "answer-zh-1" : null, "c1", null),
                NOON,
                null,
                List.of(),
                null,
                null,
                new Feedback(false, "速度*太高*", NOON));
    }

    private static String exported(Turn turn) {
        return new Transcript(Language.ZH).of(turn.question(), NOON, List.of(turn));
    }

    @Test
    void tellsQuestionAnswerSourcesAndOpinion() {
        String text = exported(answered("细长轴怎么车", Answer.Composer.EXTRACTIVE, "切削速度取60～80 m/min"));
        assertThat(text)
                .startsWith("# 细长轴怎么车\n")
                .contains("> 细长轴怎么车")
                .contains("- 切削速度取60～80 m/min。 \\[1\\]\n")
                .contains("- \\[1\\] 《细长轴车削》，匠问编写组（course-a，第 2 版）")
                .contains("没帮助。 速度\\*太高\\*")
                .doesNotContain("〔AI 生成〕");
    }

    @Test
    void labelsEachSentenceOfAModel() {
        assertThat(exported(answered("细长轴怎么车", Answer.Composer.MODEL, "切削速度")))
                .contains("\\[1\\] 〔AI 生成〕\n")
                .contains("answer-zh-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[点这里](javascript:alert(1))",
                "![x](https://evil.example/x.png)",
                "https://evil.example/",
                "www.evil.example",
                "# 标题\n## 又一个\n- 列表\n1. 一",
                "```\ncode",
                "a | b\n---|---",
                "&lt;b&gt;",
                "line\r\n> quote",
                "mailto:a@b.example"
            })
    void whateverWasWrittenStaysText(String hostile) {
        String text = exported(answered(hostile, Answer.Composer.EXTRACTIVE, hostile));
        assertThat(text)
                .doesNotContainPattern("(?<!\\\\)<")
                .doesNotContainPattern("(?<!\\\\)\\]\\(")
                .doesNotContain("://", "www.e", "```", "&lt;b")
                .doesNotContainPattern("(?<!\\\\)!\\[")
                .doesNotContainPattern("(?<!\\\\)@");
        assertThat(text.lines().filter(line -> line.startsWith("#"))).hasSize(2);
        assertThat(text.lines().filter(line -> line.startsWith("---"))).isEmpty();
    }
}
