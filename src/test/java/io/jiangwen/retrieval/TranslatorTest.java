package io.jiangwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiangwen.text.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TranslatorTest {
    private static final CorpusCounts COUNTS = new CorpusCounts(
            Map.of("轴承", 30, "b:轴承", 30, "负", 90, "销售", 5, "b:销售", 5, "b:售点", 2),
            Map.of(Language.ZH, new CorpusCounts.Size(100, 10_000)));

    private final Dictionaries dictionaries = new Dictionaries();
    private final Translator translator = new Translator(dictionaries::toChinese, dictionaries::toEnglish);

    @Test
    void translatesWordsByWhatTheCorpusHas() {
        Rendering bearing = translator.renderings("bearings", Language.EN).getFirst();

        assertThat(bearing.text(COUNTS)).isEqualTo("轴承");
        assertThat(bearing.wordings(COUNTS).alternatives())
                .startsWith(List.of("bear"))
                .contains(List.of("轴承", "b:轴承"))
                .hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void prefersPhrasesAndKeepsUnknownWords() {
        List<Rendering> terms = translator.renderings("point of sale Qwxyz 6205-2RS", Language.EN);

        assertThat(terms).extracting(Rendering::asked).first().isEqualTo(List.of("point", "sale"));
        assertThat(terms.get(1).text(COUNTS)).isEqualTo("qwxyz");
        assertThat(terms.get(1).wordings(COUNTS).alternatives()).containsExactly(List.of("qwxyz"));
        assertThat(terms.stream().map(Rendering::asked)).contains(List.of("6205-2rs"));
    }

    @Test
    void translatesChineseToEnglishAsWell() {
        CorpusCounts english = new CorpusCounts(Map.of("lath", 4), Map.of(Language.EN, new CorpusCounts.Size(9, 900)));

        assertThat(translator.renderings("车床", Language.ZH).getFirst().text(english))
                .isEqualTo("lathe");
    }

    @Test
    void aDictionaryOutOfOrderIsRefused() throws IOException {
        assertThat(BilingualIndex.read(packed("a\t甲|乙\nb c\t丙\n")).lookUp("b c"))
                .containsExactly("丙");
        assertThat(BilingualIndex.read(packed("a\t甲|乙\nb c\t丙\n")).lookUp("b")).isEmpty();
        assertThatThrownBy(() -> BilingualIndex.read(packed("b\t甲\na\t乙\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
    }

    private static ByteArrayInputStream packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
