package io.jiangwen.model;

import io.jiangwen.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes the files of {@code src/main/resources/token-space}: the spaces in which tokens are compared. Means are taken over
 * texts of the trades, directions over those texts and over {@link RandomWords}, since the words of a few trades alone
 * leave out directions that other corpora need (docs/experiments.md).
 *
 * <p>To make them again: run it with the folder of the knowledge base and the folder of the files.
 */
final class TokenSpaceMaker {
    /** Weight of the texts; random words have the rest. */
    private static final double OF_TEXTS = 0.4;

    /** Tokens used of each kind, at most: every so many is taken. */
    private static final int TOKENS = 30_000;

    private static final String END_OF_FRONT_MATTER = "\n---\n";

    private TokenSpaceMaker() {}

    public static void main(String[] args) throws IOException {
        Map<Language, List<String>> texts = new EnumMap<>(Language.class);
        for (Path file : articles(Path.of(args[0]))) {
            String article = Files.readString(file);
            String text = article.substring(article.indexOf(END_OF_FRONT_MATTER) + END_OF_FRONT_MATTER.length());
            texts.computeIfAbsent(Language.of(text), language -> new ArrayList<>())
                    .add(text);
        }
        for (Map.Entry<Language, List<String>> each : texts.entrySet()) {
            fit(each.getValue(), each.getKey(), Path.of(args[1]));
        }
    }

    /** Markdown files in the folders of the knowledge base, not those beside them. */
    private static List<Path> articles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> folder.relativize(file).getNameCount() == 2)
                    .sorted()
                    .toList();
        }
    }

    private static void fit(List<String> texts, Language language, Path folder) throws IOException {
        BertModel.Description model = OnnxEmbedder.description(language);
        TextEncoder encoder = new TextEncoder(model.files(), model.layers(), model.pooling());
        List<Token> own = tokens(encoder, texts);
        List<Token> random = tokens(
                encoder,
                RandomWords.of(((ModelFiles.Packed) model.files()).name() + "-tokenizer.json", language)
                        .texts());
        float[][] means = means(own);
        PrincipalDirections directions = new PrincipalDirections(means.length * means[0].length);
        add(own, means, OF_TEXTS, directions);
        add(random, means(random), 1 - OF_TEXTS, directions);
        Files.createDirectories(folder);
        new TokenSpace(means, directions.first(model.tokenWidth())).write(folder.resolve(model.name()));
    }

    private record Token(EncodedWindow window, int piece) {}

    private static List<Token> tokens(TextEncoder encoder, List<String> texts) {
        List<Token> tokens = new ArrayList<>();
        for (String text : texts) {
            for (EncodedWindow window : encoder.encode(text, Piece::isWord)) {
                for (int i = 0; i < window.pieces().size(); i++) {
                    if (window.pieces().get(i).isWord()) tokens.add(new Token(window, i));
                }
            }
        }
        int step = (tokens.size() + TOKENS - 1) / TOKENS;
        List<Token> some = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i += step) some.add(tokens.get(i));
        return some;
    }

    private static float[][] means(List<Token> tokens) {
        EncodedWindow any = tokens.getFirst().window();
        float[][] means = new float[any.layers().size()][any.width()];
        for (int layer = 0; layer < means.length; layer++) {
            double[] sum = new double[any.width()];
            for (Token token : tokens) {
                float[] vector = token.window().piece(layer, token.piece());
                for (int i = 0; i < sum.length; i++) sum[i] += vector[i];
            }
            for (int i = 0; i < sum.length; i++) means[layer][i] = (float) (sum[i] / tokens.size());
        }
        return means;
    }

    private static void add(List<Token> tokens, float[][] means, double weight, PrincipalDirections directions) {
        for (Token token : tokens) {
            directions.add(TokenSpace.joined(means, token.window(), token.piece()), weight / tokens.size());
        }
    }
}
