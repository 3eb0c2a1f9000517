package io.jiangwen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiangwen.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingModelsTest {
    private static final String TEXT = "How is a 6205-2RS bearing heated? Slowly, in oil.";

    private Path folder;

    @BeforeEach
    void copyTheEnglishModelIntoAFolder(@TempDir Path given) throws IOException {
        folder = given;
        ModelFiles files = EmbeddingModels.ENGLISH.files();
        try (InputStream network = files.network();
                InputStream tokenizer = files.tokenizer()) {
            Files.copy(network, folder.resolve("model.onnx"));
            Files.copy(tokenizer, folder.resolve("tokenizer.json"));
        }
    }

    @Test
    void aFolderGivesTheSameVectorsAsTheModelPackedIn() {
        BertModel.Description named = EmbeddingModels.named(folder.toString(), Language.EN, "X");
        PassageEncoding own = new BertModel(named).passage(TEXT);
        PassageEncoding packed = new BertModel(EmbeddingModels.ENGLISH).passage(TEXT);

        assertThat(own.whole().vector()).containsExactly(packed.whole().vector());
        assertThat(own.sentences().count()).isEqualTo(2);
        assertThat(own.whole().model()).isEqualTo(named.name()).isNotEqualTo("all-MiniLM-L6-v2");
        assertThat(own.tokens().count()).isZero();
        assertThat(new BertModel(named).question(TEXT).tokens()).isEmpty();
    }

    @Test
    void otherFilesInTheSameFolderAreAnotherModel() throws IOException {
        String before =
                EmbeddingModels.named(folder.toString(), Language.EN, "X").name();
        assertThat(EmbeddingModels.named(folder.toString(), Language.EN, "X").name())
                .isEqualTo(before);
        Files.writeString(folder.resolve("tokenizer.json"), "{}");
        assertThat(EmbeddingModels.named(folder.toString(), Language.EN, "X").name())
                .isNotEqualTo(before)
                .matches("[A-Za-z0-9._-]+");
    }

    @Test
    void whatSentenceTransformersSayCounts() throws IOException {
        assertThat(EmbeddingModels.named(folder.toString(), Language.ZH, "X").pooling())
                .isEqualTo(Pooling.MEAN);
        Files.createDirectory(folder.resolve("1_Pooling"));
        Files.writeString(folder.resolve("1_Pooling/config.json"), "{\"pooling_mode_cls_token\": true}");
        Files.writeString(
                folder.resolve("config_sentence_transformers.json"), "{\"prompts\": {\"query\": \"query: \"}}");
        BertModel.Description named = EmbeddingModels.named(folder.toString(), Language.ZH, "X");
        assertThat(named.pooling()).isEqualTo(Pooling.FIRST);
        assertThat(named.instruction()).isEqualTo("query: ");
    }

    @Test
    void theNamesOfThosePackedInAreKnown() {
        assertThat(EmbeddingModels.named("bge-small-zh-v1.5", Language.ZH, "X")).isSameAs(EmbeddingModels.CHINESE);
        assertThat(EmbeddingModels.named("all-MiniLM-L6-v2", Language.EN, "X")).isSameAs(EmbeddingModels.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bge-large-zh", "/nowhere/at/all", " ", "ALL-MINILM-L6-V2"})
    void anUnknownNameIsRefusedWithWhatMayBeNamed(String name) {
        assertThatThrownBy(() -> EmbeddingModels.named(name, Language.ZH, "JIANGWEN_EMBEDDING_ZH"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JIANGWEN_EMBEDDING_ZH")
                .hasMessageContaining("model.onnx and tokenizer.json");
    }

    @Test
    void aFileThatIsNoModelIsRefused() throws IOException {
        Files.writeString(folder.resolve("model.onnx"), "not a model");
        BertModel.Description named = EmbeddingModels.named(folder.toString(), Language.ZH, "X");
        assertThatThrownBy(() -> new BertModel(named)).isInstanceOf(IllegalStateException.class);
    }
}
