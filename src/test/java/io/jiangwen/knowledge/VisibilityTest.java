package io.jiangwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibilityTest {
    @Test
    void readsTheThreeForms() {
        UUID id = UUID.fromString("11111111-2222-3333-4444-555555555555");
        assertThat(Visibility.parse("public")).isEqualTo(new Visibility.Public());
        assertThat(Visibility.parse("Industry: C34")).isEqualTo(new Visibility.Industry("C34"));
        assertThat(Visibility.parse("ENTERPRISE:" + id)).isEqualTo(new Visibility.Enterprise(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "everybody", "industry", "industry: ", "enterprise", "enterprise:42"})
    void refusesWhatWouldBeReadByTheWrongPeople(String words) {
        assertThatIllegalArgumentException().isThrownBy(() -> Visibility.parse(words));
    }
}
