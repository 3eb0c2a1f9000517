package io.jiangwen.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.knowledge.Visibility;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedFileTest {
    private static final String GOOD = """
            ---
            id: case-slender-shaft
            kind: CASE
            title: 细长轴车削的直线度
            trade: turning-milling
            keywords: [细长轴, 跟刀架]
            language: zh
            source: 编写组
            author: 编写组
            licence: CC BY 4.0
            review_by: 2027-12-31
            safety: 1
            ---
            ## 现象
            中间粗两头细。
            """;

    @Test
    void readsACompleteFile() {
        ShippedFile.Article article = (ShippedFile.Article) read("cases/a.md", GOOD);
        assertThat(article.id()).isEqualTo("case-slender-shaft");
        assertThat(article.content().kind()).isEqualTo(ArticleKind.CASE);
        assertThat(article.content().keywords()).containsExactly("细长轴", "跟刀架");
        assertThat(article.content().visibility()).isEqualTo(new Visibility.Public());
        assertThat(article.content().text()).startsWith("## 现象");
    }

    @Test
    void aChangedByteChangesTheHash() {
        ShippedFile.Article one = (ShippedFile.Article) read("cases/a.md", GOOD);
        ShippedFile.Article other = (ShippedFile.Article) read("cases/a.md", GOOD.replace("中间粗", "中间略粗"));
        assertThat(one.hash()).isNotEqualTo(other.hash());
    }

    @ParameterizedTest
    @CsvSource({
        "'review_by: 2027-12-31', 'review_by: 2027-13-01', 11, review_by",
        "'kind: CASE', 'kind: STORY', 3, kind",
        "'kind: CASE', 'kind: COURSE', 3, folder",
        "'language: zh', 'language: fr', 7, language",
        "'safety: 1', 'safety: 4', 12, safety",
        "'id: case-slender-shaft', 'id: a b', 2, id",
        "'safety: 1', 'safety: [1]', 12, safety",
    })
    void namesTheLineOfAWrongField(String good, String bad, int line, String word) {
        FileProblem problem = problems(GOOD.replace(good, bad)).getFirst();
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.reason()).contains(word);
        assertThat(problem.file()).isEqualTo("cases/a.md");
    }

    @ParameterizedTest
    @CsvSource({
        "id",
        "kind",
        "title",
        "trade",
        "keywords",
        "language",
        "source",
        "author",
        "licence",
        "review_by",
        "safety"
    })
    void missesEachRequiredField(String name) {
        List<FileProblem> problems = problems(GOOD.replaceFirst("(?m)^" + name + ":.*\\n", ""));
        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.reason())
                .isEqualTo("`" + name + "` is missing"));
    }

    @Test
    void reportsEveryWrongFieldOfAFile() {
        assertThat(problems(GOOD.replace("language: zh", "language: fr").replace("safety: 1", "safety: high")))
                .hasSize(2);
    }

    @Test
    void aWrongFileStillSaysWhichArticleItWasMeantFor() {
        ShippedFile.Wrong wrong = (ShippedFile.Wrong) read("cases/a.md", GOOD.replace("safety: 1", "safety: 9"));
        assertThat(wrong.id()).contains("case-slender-shaft");
    }

    private static List<FileProblem> problems(String text) {
        return ((ShippedFile.Wrong) read("cases/a.md", text)).problems();
    }

    private static ShippedFile read(String path, String text) {
        return ShippedFile.read(new KnowledgeFiles.RawFile(path, text.getBytes(StandardCharsets.UTF_8)));
    }
}
