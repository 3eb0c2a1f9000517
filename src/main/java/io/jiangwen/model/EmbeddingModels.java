package io.jiangwen.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jiangwen.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Which embedding models may be named, and how each is used. */
final class EmbeddingModels {
    /** The instruction is what bge-small-zh-v1.5 was trained with for short queries (its model card). */
    static final BertModel.Description CHINESE = new BertModel.Description(
            "bge-small-zh-v1.5",
            new ModelFiles.Packed("bge-small-zh-v1.5"),
            Pooling.FIRST,
            "为这个句子生成表示以用于检索相关文章：",
            List.of(3),
            256,
            false);

    static final BertModel.Description ENGLISH = new BertModel.Description(
            "all-MiniLM-L6-v2", new ModelFiles.Packed("all-minilm-l6-v2"), Pooling.MEAN, "", List.of(4), 128, true);

    private static final Map<String, BertModel.Description> PACKED =
            Map.of(CHINESE.name(), CHINESE, ENGLISH.name(), ENGLISH);

    private EmbeddingModels() {}

    /**
     * The model that is named: one of those packed in, or a folder with {@code model.onnx} (its first output the vectors
     * of the tokens) and {@code tokenizer.json}. Beside them the files of sentence-transformers count, where they are:
     * {@code 1_Pooling/config.json} (first token or mean; mean without it) and
     * {@code config_sentence_transformers.json} (what goes before a question).
     *
     * @param setting where it was named, for people
     * @throws IllegalStateException saying what is wrong and what may be named
     */
    static BertModel.Description named(String name, Language language, String setting) {
        BertModel.Description packed = PACKED.get(name);
        if (packed != null) return packed;
        Path folder = Path.of(name);
        if (!Files.isRegularFile(folder.resolve("model.onnx"))
                || !Files.isRegularFile(folder.resolve("tokenizer.json")))
            throw new IllegalStateException(
                    setting + " names the embedding model '" + name
                            + "'. It must be all-MiniLM-L6-v2, bge-small-zh-v1.5, or a folder with model.onnx and tokenizer.json.");
        try {
            // Single sentences are what the ranking of English texts goes by.
            return new BertModel.Description(
                    tableName(folder),
                    new ModelFiles.Folder(folder),
                    pooling(folder),
                    instruction(folder),
                    List.of(),
                    0,
                    language == Language.EN);
        } catch (IOException e) {
            throw new IllegalStateException(setting + " names a folder that cannot be read: " + name, e);
        }
    }

    /** Other files in the same folder are another model. */
    private static String tableName(Path folder) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : List.of("model.onnx", "tokenizer.json")) {
                try (InputStream read = new DigestInputStream(Files.newInputStream(folder.resolve(file)), digest)) {
                    read.transferTo(OutputStream.nullOutputStream());
                }
            }
            String last = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
            String plain = last.replaceAll("[^A-Za-z0-9._-]", "_");
            return plain.substring(0, Math.min(40, plain.length())) + "-"
                    + HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Pooling pooling(Path folder) throws IOException {
        boolean first = json(folder.resolve("1_Pooling").resolve("config.json"))
                .path("pooling_mode_cls_token")
                .asBoolean(false);
        return first ? Pooling.FIRST : Pooling.MEAN;
    }

    private static String instruction(Path folder) throws IOException {
        JsonNode prompts =
                json(folder.resolve("config_sentence_transformers.json")).path("prompts");
        for (String role : List.of("query", "Query")) {
            if (prompts.path(role).isTextual()) return prompts.path(role).asText();
        }
        return "";
    }

    private static JsonNode json(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        return Files.isRegularFile(file) ? json.readTree(Files.readString(file)) : json.createObjectNode();
    }
}
