package io.jiangwen.evaluation;

import io.jiangwen.model.Embedder;
import io.jiangwen.text.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Plain vectors: one per document, of the title followed by the beginning of the text; exact cosine. */
final class VectorRanker implements Ranker {
    private final List<String> ids;
    private final List<float[]> vectors = new ArrayList<>();
    private final Embedder embedder;
    private final Language language;

    VectorRanker(
            List<Document> documents, Embedder embedder, Language language, ExecutorService threads, Progress progress)
            throws InterruptedException {
        this.ids = documents.stream().map(Document::id).toList();
        this.embedder = embedder;
        this.language = language;
        List<Future<float[]>> embedded = documents.stream()
                .map(document -> threads.submit(() -> embedder.passage(text(document, language), language)
                        .whole()
                        .vector()))
                .toList();
        for (Future<float[]> each : embedded) {
            try {
                vectors.add(each.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a document could not be embedded", e.getCause());
            }
            progress.of("vectors", vectors.size(), ids.size());
        }
    }

    @Override
    public List<String> rank(String query, int k) {
        float[] asked = embedder.whole(query, language).vector();
        double[] scores =
                vectors.stream().mapToDouble(vector -> product(asked, vector)).toArray();
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
                .limit(k)
                .map(ids::get)
                .toList();
    }

    /** Cut where the baselines' authors cut: the text at 600 characters in Chinese, title and text at 1,000 in English. */
    private static String text(Document document, Language language) {
        String title = document.content().title();
        String text = document.content().text();
        return switch (language) {
            case ZH -> title + "\n" + first(600, text);
            case EN -> first(1_000, title + " " + text);
        };
    }

    private static String first(int most, String text) {
        return text.substring(0, Math.min(text.length(), most));
    }

    /** The cosine, for both have length 1. */
    private static double product(float[] left, float[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) sum += left[i] * (double) right[i];
        return sum;
    }
}
