package io.jiangwen.curation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiangwen.knowledge.ArticleContent;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.knowledge.ArticleState;
import io.jiangwen.knowledge.Manuscript;
import io.jiangwen.knowledge.Visibility;
import io.jiangwen.text.Language;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReviewRuleTest {
    private static final UUID WRITER = new UUID(0, 7);
    private static final UUID OTHER = new UUID(0, 8);

    @Test
    void nobodyApprovesWhatHeWrote() {
        assertThatThrownBy(() -> ReviewRule.check(written(false, ArticleState.IN_REVIEW), WRITER))
                .isInstanceOf(ReviewRule.NeedsAnotherCurator.class);
    }

    @Test
    void anotherCuratorApproves() {
        assertThatCode(() -> ReviewRule.check(written(false, ArticleState.IN_REVIEW), OTHER))
                .doesNotThrowAnyException();
    }

    @Test
    void aCraftsmansCaseIsApprovedByWhoeverEditedIt() {
        assertThatCode(() -> ReviewRule.check(written(true, ArticleState.IN_REVIEW), WRITER))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsPublishedNeedsNobody() {
        assertThatCode(() -> ReviewRule.check(written(false, ArticleState.PUBLISHED), WRITER))
                .doesNotThrowAnyException();
    }

    private static Manuscript written(boolean fromReply, ArticleState state) {
        ArticleContent content = new ArticleContent(
                ArticleKind.CASE,
                "题",
                "文",
                Language.ZH,
                null,
                List.of(),
                "作者",
                "",
                "",
                null,
                new Visibility.Public(),
                0);
        return new Manuscript("a-1", 2, state, content, WRITER, fromReply, null, true);
    }
}
