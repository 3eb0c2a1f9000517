package io.jiangwen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateOptionsTest {
    @Test
    void hasTheDefaultsOfTheContract() throws Refused {
        EvaluateOptions options = parse("--docs d.jsonl --queries q.jsonl");
        assertThat(options.docs()).containsExactly(Path.of("d.jsonl"));
        assertThat(options.alpha()).isEqualTo(0.10);
        assertThat(options.seed()).isEqualTo(1);
        assertThat(options.calibrate()).isEqualTo(EvaluateOptions.Calibrate.PRIOR);
        assertThat(options.masked()).isEmpty();
        assertThat(options.keep() || options.json() || options.strict()).isFalse();
    }

    @Test
    void takesSeveralDocuments() throws Refused {
        EvaluateOptions options = parse(
                "--docs a --docs=b --queries q --alpha=0.05 --seed 7 --calibrate none --strict --json --keep --out r");
        assertThat(options.docs()).containsExactly(Path.of("a"), Path.of("b"));
        assertThat(options.alpha()).isEqualTo(0.05);
        assertThat(options.calibrate()).isEqualTo(EvaluateOptions.Calibrate.NONE);
        assertThat(options.keep() && options.json() && options.strict()).isTrue();
        assertThat(options.out()).contains(Path.of("r"));
    }

    @ParameterizedTest
    @CsvSource({
        "--queries q, --docs",
        "--docs d, --queries",
        "--docs d --queries q --queries r, 2 times",
        "--docs d --queries, needs a value",
        "--docs d --queries q --alpha 0, --alpha",
        "--docs d --queries q --alpha 1, --alpha",
        "--docs d --queries q --alpha NaN, --alpha",
        "--docs d --queries q --alpha ten, --alpha",
        "--docs d --queries q --seed 1.5, --seed",
        "--docs d --queries q --calibrate often, --calibrate",
        "--docs d --queries q --fast, --fast",
        "--docs d --queries q --json=yes, --json=yes",
        "--docs d --queries q more, more",
    })
    void namesWhatIsWrong(String words, String named) {
        assertThatThrownBy(() -> parse(words)).isInstanceOf(Refused.class).hasMessageContaining(named);
    }

    @Test
    void fitsToTheDocumentsWhenAskedTo() throws Refused {
        EvaluateOptions options = parse("--docs d --queries q --calibrate SELF --signals s.jsonl");
        assertThat(options.calibrate()).isEqualTo(EvaluateOptions.Calibrate.SELF);
        assertThat(options.signals()).contains(Path.of("s.jsonl"));
        assertThat(parse("--docs d --queries q").calibrate()).isEqualTo(EvaluateOptions.Calibrate.PRIOR);
    }

    private static EvaluateOptions parse(String words) throws Refused {
        return EvaluateOptions.parse(words.isEmpty() ? List.of() : Arrays.asList(words.split(" ")));
    }
}
