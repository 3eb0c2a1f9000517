package io.jiangwen.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.curation.FrontMatter.Value;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MarkdownFileTest {
    @Test
    void readsFieldsAndBody() {
        MarkdownFile.Read file = read("---\nid: a-1\nkeywords: [振纹, 跟刀架]\nmedia:\n  video: x\n---\n# 标题\n正文");
        assertThat(file.body()).isEqualTo("# 标题\n正文");
        assertThat(file.front().field("id").orElseThrow().value()).isEqualTo(new Value.Word("a-1"));
        assertThat(file.front().field("keywords").orElseThrow().line()).isEqualTo(3);
        assertThat(file.front().field("media").orElseThrow().value()).isEqualTo(new Value.Structure());
    }

    @Test
    void dropsTheByteOrderMarkAndForeignLineEnds() {
        MarkdownFile.Read file = read("\uFEFF---\r\nid: a-1\r\n---\r\n正文\r\n第二行");
        assertThat(file.body()).isEqualTo("正文\n第二行");
        assertThat(file.front().field("id")).isPresent();
    }

    @Test
    void readsPlainTextWithoutFields() {
        assertThat(read("主轴发热怎么办\n---\n先停机").front()).isEqualTo(FrontMatter.NONE);
    }

    @Test
    void anEmptyFieldCountsAsMissing() {
        assertThat(read("---\ntrade:\nsource: ~\n---\n正文").front()).isEqualTo(FrontMatter.NONE);
    }

    @Test
    void namesTheLineOfAByteThatIsNotUtf8() {
        byte[] gbk = "---\nid: a\n---\n第一行\n".getBytes(StandardCharsets.UTF_8);
        byte[] bad = "切削".getBytes(Charset.forName("GBK"));
        byte[] both = java.util.Arrays.copyOf(gbk, gbk.length + bad.length);
        System.arraycopy(bad, 0, both, gbk.length, bad.length);
        FileProblem problem = refused(both);
        assertThat(problem.code()).isEqualTo("not-utf8");
        assertThat(problem.line()).isEqualTo(5);
    }

    @Test
    void namesTheLineOfBrokenYaml() {
        FileProblem problem = refused("---\nid: a\ntitle: [未闭合\n---\n正文");
        assertThat(problem.code()).isEqualTo("bad-front-matter");
        assertThat(problem.line()).isBetween(3, 4);
    }

    @Test
    void refusesAFieldThatOccursTwice() {
        assertThat(refused("---\nid: a\ntitle: x\nid: b\n---\n正文").line()).isEqualTo(4);
    }

    @Test
    void refusesFrontMatterThatIsNeverClosed() {
        assertThat(refused("---\nid: a\n正文").reason()).contains("not closed");
    }

    @Test
    void refusesAnAliasBomb() {
        String bomb = "---\na: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n---\n正文";
        assertThat(refused(bomb).code()).isEqualTo("bad-front-matter");
    }

    @Test
    void obeysNoTag() {
        assertThat(refused("---\nid: !!java.net.URL [\"http://example.invalid\"]\n---\n正文")
                        .code())
                .isEqualTo("bad-front-matter");
    }

    @Test
    void refusesAFileWithoutText() {
        assertThat(refused("").code()).isEqualTo("empty");
        assertThat(refused(" \n\n").code()).isEqualTo("empty");
        assertThat(refused("---\nid: a\n---\n\n").code()).isEqualTo("empty");
    }

    @Property(tries = 500)
    void neverFailsOnAnyBytes(@ForAll byte[] bytes) {
        assertThat(MarkdownFile.read("x.md", bytes)).isNotNull();
    }

    @Property(tries = 500)
    void neverFailsOnAnyFrontMatter(@ForAll String yaml) {
        byte[] bytes = ("---\n" + yaml + "\n---\n正文").getBytes(StandardCharsets.UTF_8);
        assertThat(MarkdownFile.read("x.md", bytes)).isNotNull();
    }

    private static MarkdownFile.Read read(String text) {
        return (MarkdownFile.Read) MarkdownFile.read("x.md", text.getBytes(StandardCharsets.UTF_8));
    }

    private static FileProblem refused(String text) {
        return refused(text.getBytes(StandardCharsets.UTF_8));
    }

    private static FileProblem refused(byte[] bytes) {
        return ((MarkdownFile.Unreadable) MarkdownFile.read("x.md", bytes)).problem();
    }
}
