package io.jiangwen.model;

import io.jiangwen.text.Language;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Fits the spaces in which tokens are compared on texts, and writes the files that {@link TokenSpace} reads. */
public final class TokenSpaceFit {
    /** Components kept. Fewer lose precision, more cost room in every passage; see docs/experiments.md. */
    private static final int WIDTH = 96;

    private TokenSpaceFit() {}

    /** Writes {@code NAME.last} and {@code NAME.hidden} of the language's model into {@code folder}. */
    public static void fit(List<String> texts, Language language, Path folder) throws IOException {
        BertModel.Description model =
                switch (language) {
                    case ZH -> OnnxEmbedder.CHINESE;
                    case EN -> OnnxEmbedder.ENGLISH;
                };
        TextEncoder encoder =
                new TextEncoder(model.file() + ".onnx", model.file() + "-tokenizer.json", List.of(model.hiddenLayer()));
        List<String> layers = List.of("last", "hidden");
        PrincipalDirections[] spaces = new PrincipalDirections[layers.size()];
        for (String text : texts) {
            for (EncodedWindow window : encoder.encode(text)) {
                for (int layer = 0; layer < spaces.length; layer++) {
                    if (spaces[layer] == null) spaces[layer] = new PrincipalDirections(window.width());
                    for (int i = 0; i < window.pieces().size(); i++) {
                        if (window.pieces().get(i).isWord()) spaces[layer].add(window.piece(layer, i));
                    }
                }
            }
        }
        Files.createDirectories(folder);
        for (int layer = 0; layer < spaces.length; layer++) {
            write(spaces[layer], folder.resolve(model.name() + "." + layers.get(layer)));
        }
    }

    private static void write(PrincipalDirections space, Path file) throws IOException {
        float[] mean = space.mean();
        float[][] directions = space.directions(WIDTH);
        try (DataOutputStream data =
                new DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(file)))) {
            data.writeInt(mean.length);
            data.writeInt(directions.length);
            for (float value : mean) data.writeFloat(value);
            for (float[] direction : directions) {
                for (float value : direction) data.writeFloat(value);
            }
        }
    }
}
