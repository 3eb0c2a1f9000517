package io.jiangwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiangwen.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleContentTest {
    @Test
    void unifiesLineEndsAndDropsWhatNobodySees() {
        assertThat(content("题\u0000目\n二", "一\r\n二\r三\u0007\uD800\t四\n\n").text())
                .isEqualTo("一\n二\n三\t四");
        assertThat(content("题\u0000目\n二", "文").title()).isEqualTo("题目 二");
    }

    @Test
    void refusesNothingAsATitleOrText() {
        refuses("empty-title", " ", "文");
        refuses("empty-text", "题", " \n\u0000");
    }

    @Test
    void refusesTooMuch() {
        refuses("title-too-long", "题".repeat(201), "文");
        refuses("text-too-long", "题", "文".repeat(200_001));
        assertThat(content("题".repeat(200), "文".repeat(200_000)).text()).hasSize(200_000);
    }

    @Test
    void keepsEmojiAndIndentation() {
        assertThat(content("题", "- 一\n    - 二 😀").text()).isEqualTo("- 一\n    - 二 😀");
    }

    private static void refuses(String code, String title, String text) {
        assertThatThrownBy(() -> content(title, text))
                .isInstanceOfSatisfying(InvalidArticle.class, problem -> assertThat(problem.code())
                        .isEqualTo(code));
    }

    private static ArticleContent content(String title, String text) {
        return new ArticleContent(
                ArticleKind.CASE,
                title,
                text,
                Language.ZH,
                null,
                List.of(),
                "作者",
                "",
                "",
                null,
                new Visibility.Public(),
                0);
    }
}
