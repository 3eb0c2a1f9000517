package io.jiangwen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.knowledge.ArticleContent;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.knowledge.NewArticle;
import io.jiangwen.knowledge.Visibility;
import io.jiangwen.text.Language;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LibraryTest {
    @Test
    void everyDocumentIsAnArticleAndBack() {
        List<String> ids = List.of("ms-1", "文/档", "文／档", "-dash", "x".repeat(500), " d-1");
        List<Document> documents = ids.stream().map(LibraryTest::document).toList();
        Library library = new Library(documents);
        assertThat(library.article("ms-1")).isEqualTo("ms-1");
        List<String> articles = ids.stream().map(library::article).toList();
        assertThat(articles).doesNotHaveDuplicates().allMatch(NewArticle::isId);
        assertThat(articles.stream().map(library::document)).containsExactlyElementsOf(ids);
        // A document that has another's stand-in as its own id keeps it.
        String taken = articles.get(1);
        Library both = new Library(
                Stream.concat(documents.stream(), Stream.of(document(taken))).toList());
        assertThat(both.document(taken)).isEqualTo(taken);
        assertThat(both.document(both.article("文/档"))).isEqualTo("文/档");
    }

    private static Document document(String id) {
        return new Document(
                id,
                new ArticleContent(
                        ArticleKind.CASE,
                        "t",
                        "text",
                        Language.EN,
                        null,
                        List.of(),
                        "",
                        "",
                        "",
                        null,
                        new Visibility.Public(),
                        0));
    }
}
