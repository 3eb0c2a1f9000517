package io.jiangwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleCursorTest {
    @Test
    void comesBackFromAUrl() {
        ArticleCursor cursor = new ArticleCursor(Instant.parse("2026-11-22T08:00:00.123456Z"), "a-1");
        assertThat(ArticleCursor.decode(cursor.encoded())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "bm90aGluZw", "eCB5", "MTIz"})
    void refusesWhatNobodyGave(String cursor) {
        assertThatIllegalArgumentException().isThrownBy(() -> ArticleCursor.decode(cursor));
    }
}
