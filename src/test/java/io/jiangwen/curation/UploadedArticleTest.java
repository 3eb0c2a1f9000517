package io.jiangwen.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.knowledge.ArticleContent;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.knowledge.Visibility;
import io.jiangwen.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UploadedArticleTest {
    private static final UploadedArticle.Form FORM = new UploadedArticle.Form(null, null, "知识编辑甲");

    @Test
    void takesTheTitleFromTheFirstHeading() {
        ArticleContent content = upload("a.md", "导语。\n## 主轴发热的处理 ##\n先停机。").fresh(FORM);
        assertThat(content.title()).isEqualTo("主轴发热的处理");
        assertThat(content.kind()).isEqualTo(ArticleKind.CASE);
        assertThat(content.language()).isEqualTo(Language.ZH);
        assertThat(content.author()).isEqualTo("知识编辑甲");
    }

    @Test
    void takesTheTitleFromTheFileNameWhereThereIsNoHeading() {
        assertThat(upload("2026/液压站 噪声.markdown", "先排气。").fresh(FORM).title()).isEqualTo("液压站 噪声");
        assertThat(upload("pump.txt", "Bleed the air first.").fresh(FORM).language())
                .isEqualTo(Language.EN);
    }

    @Test
    void theFormDecidesWhoMayRead() {
        Visibility own = new Visibility.Enterprise(new UUID(1, 2));
        UploadedArticle.Form form = new UploadedArticle.Form(ArticleKind.KNOW_HOW, own, "x");
        ArticleContent content =
                upload("a.md", "---\nvisibility: public\n---\n正文。").fresh(form);
        assertThat(content.visibility()).isEqualTo(own);
        assertThat(content.kind()).isEqualTo(ArticleKind.KNOW_HOW);
    }

    @Test
    void whatAFileDoesNotSayStaysAsItWas() {
        ArticleContent before = upload("a.md", "---\ntitle: 旧题\nauthor: 陈师傅\nsafety: 2\n---\n旧文。")
                .fresh(FORM);
        ArticleContent after = upload("a.md", "---\ntitle: 新题\n---\n新文。").after(before, FORM);
        assertThat(after.title()).isEqualTo("新题");
        assertThat(after.author()).isEqualTo("陈师傅");
        assertThat(after.safety()).isEqualTo(2);
    }

    private static UploadedArticle upload(String name, String text) {
        MarkdownFile.Read file = (MarkdownFile.Read) MarkdownFile.read(name, text.getBytes(StandardCharsets.UTF_8));
        return UploadedArticle.of(file, new ArticleFields(name, file.front()));
    }
}
