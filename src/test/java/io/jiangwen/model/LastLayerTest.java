package io.jiangwen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastLayerTest {
    /** Sums of the same floats in another order. */
    private static final Offset<Float> ROUNDING = within(1e-4f);

    private static final String QUESTION = "为这个句子生成表示以用于检索相关文章：6205-2RS 轴承加热到多少度？";

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void chosenTokensHaveTheVectorsTheyHaveAmongAll(int times) {
        String text = QUESTION.repeat(times);
        List<EncodedWindow> narrow = encoder(Pooling.FIRST).encode(text, LastLayerTest::isDigit);
        List<EncodedWindow> whole = encoder(Pooling.MEAN).encode(text, LastLayerTest::isDigit);

        assertThat(narrow).hasSameSizeAs(whole);
        for (int w = 0; w < whole.size(); w++) {
            EncodedWindow all = whole.get(w);
            EncodedWindow some = narrow.get(w);
            assertThat(some.length())
                    .isEqualTo(all.length())
                    .isEqualTo(all.pieces().size());
            assertThat(some.pieces())
                    .isNotEmpty()
                    .containsExactlyElementsOf(
                            all.pieces().stream().filter(LastLayerTest::isDigit).toList());
            assertThat(some.first()).containsExactly(all.first(), ROUNDING);
            for (int i = 0; i < some.pieces().size(); i++) {
                int place = all.pieces().indexOf(some.pieces().get(i));
                for (int layer : List.of(0, 1))
                    assertThat(some.piece(layer, i)).containsExactly(all.piece(layer, place), ROUNDING);
            }
        }
    }

    @Test
    void aQuestionsVectorIsTheSameWithItsTokensAndWithout() {
        BertModel model = new BertModel(EmbeddingModels.CHINESE);
        assertThat(model.whole("轴承加热").vector())
                .containsExactly(model.question("轴承加热").whole().vector(), ROUNDING);
    }

    @Test
    void whatIsMissingIsInNoMean() {
        EncodedWindow some =
                encoder(Pooling.FIRST).encode(QUESTION, piece -> false).getFirst();
        assertThat(some.pieces()).isEmpty();
        assertThatThrownBy(some::mean).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void leavesAModelAloneWhoseInnerLayersAreWanted(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("model.onnx");
        try (InputStream network = EmbeddingModels.CHINESE.files().network()) {
            Files.copy(network, file);
        }
        Path copy = Files.copy(file, folder.resolve("copy.onnx"));
        assertThat(LastLayer.narrow(file, List.of(2, 3))).isZero();
        assertThat(Files.mismatch(file, copy)).isEqualTo(-1);
        assertThat(LastLayer.narrow(file, List.of(3))).isEqualTo(4);
        assertThat(Files.size(file)).isEqualTo(Files.size(copy));
        assertThat(LastLayer.narrow(file, List.of(3))).as("a second time").isZero();
    }

    @Test
    void leavesAModelAloneThatIsBuiltOtherwise(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("model.onnx"), TinyOnnxModel.meanOfIds());
        assertThat(LastLayer.narrow(file, List.of())).isZero();
        assertThat(file).hasBinaryContent(TinyOnnxModel.meanOfIds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no protocol buffer", ":~cut off", "\b"})
    void refusesWhatIsNoModel(String content, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("model.onnx"), content);
        assertThatThrownBy(() -> LastLayer.narrow(file, List.of())).isInstanceOf(IOException.class);
    }

    private static TextEncoder encoder(Pooling pooling) {
        return new TextEncoder(EmbeddingModels.CHINESE.files(), List.of(3), pooling);
    }

    private static boolean isDigit(Piece piece) {
        return piece.text().chars().anyMatch(Character::isDigit);
    }
}
