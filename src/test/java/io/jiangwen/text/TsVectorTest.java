package io.jiangwen.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TsVectorTest {
    @Test
    void gathersThePositionsOfATerm() {
        assertThat(TsVector.toTsvector(
                        List.of(new Lexeme("振纹", 2), new Lexeme("m10x1.5", 5), new Lexeme("m10x1.5", 1))))
                .isEqualTo("'m10x1.5':1,5 '振纹':2");
    }

    @Test
    void quotesWhatPostgresWouldReadOtherwise() {
        assertThat(TsVector.toTsvector(List.of(new Lexeme("o'ne\\il :1", 1)))).isEqualTo("'o''ne\\\\il :1':1");
    }

    @Test
    void writesAPositionOnceAndNoMoreThan256() {
        List<Lexeme> lexemes = IntStream.rangeClosed(1, 600)
                .mapToObj(i -> new Lexeme("轴", (i + 1) / 2))
                .toList();
        assertThat(TsVector.toTsvector(lexemes).split(",")).hasSize(256).endsWith("256");
    }

    @Test
    void writesNothingForNothing() {
        assertThat(TsVector.toTsvector(List.of())).isEmpty();
    }
}
