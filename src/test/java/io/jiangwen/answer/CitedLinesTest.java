package io.jiangwen.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.answer.CitedLines.Line;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CitedLinesTest {
    private final List<Line> lines = new ArrayList<>();
    private final CitedLines cited = new CitedLines(lines::add);

    @Test
    void cutsAStreamOfPiecesIntoLines() {
        for (String piece : List.of("尾座装弹", "性顶尖。[1", "]\n- 用跟刀架。[1][", "2]\n")) cited.accept(piece);
        cited.end();
        assertThat(lines).containsExactly(new Line("尾座装弹性顶尖。", List.of(1)), new Line("用跟刀架。", List.of(1, 2)));
    }

    @Test
    void dropsWhatNamesNoSource() {
        cited.accept("好的，下面回答：\n顶尖要用弹性的。【3】");
        cited.end();
        assertThat(lines).containsExactly(new Line("顶尖要用弹性的。", List.of(3)));
    }

    @Test
    void neverShowsMarkup() {
        cited.accept(
                "&lt;script&gt;alert(1) [1]\n<!-- x [1]\n[点这里](javascript:alert(1)) [1]\n<script>alert(1)</script> [1]\n<img src=x> [2]\n真的答案。[1]\n");
        cited.end();
        assertThat(lines).containsExactly(new Line("真的答案。", List.of(1)));
    }

    @Test
    void survivesAnEndlessLine() {
        cited.accept("很长".repeat(5_000) + "[1]\n");
        cited.end();
        assertThat(lines).isEmpty();
    }
}
