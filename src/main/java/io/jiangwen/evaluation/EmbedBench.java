package io.jiangwen.evaluation;

import io.jiangwen.model.Embedder;
import io.jiangwen.model.PlainEmbedder;
import io.jiangwen.question.Question;
import io.jiangwen.text.Language;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Our embedding of questions against langchain4j's own, taking turns on the same questions: asked one at a time and by
 * several at once, the vector alone, as langchain4j makes it, and with the vectors of the tokens, as a search needs it.
 */
@Unremovable
@ApplicationScoped
class EmbedBench {
    private static final int WARM_UP = 20;
    private static final double SAME_DIRECTION = 0.9999;
    private static final List<Integer> CALLERS = List.of(1, 2, 4);

    /** What a caller asks before the other way has its turn. */
    private static final int TURN = 5;

    private final Embedder embedder;

    EmbedBench(Embedder embedder) {
        this.embedder = embedder;
    }

    private interface Embedding {
        float[] of(Question question);
    }

    /** A way to embed and how long each question took, in ms. */
    private record Timed(String name, Embedding embedding, List<Double> millis) {
        Timed(String name, Embedding embedding) {
            this(name, embedding, new ArrayList<>());
        }
    }

    /**
     * Per language: how long, and how alike.
     *
     * @param questions in at least one language
     */
    List<Measurement> measure(List<Question> questions) throws InterruptedException {
        PlainEmbedder reference = PlainEmbedder.ofLangchain4j();
        Embedding theirs = question ->
                reference.question(question.text(), question.language()).whole().vector();
        List<Measurement> rows = new ArrayList<>();
        for (Language language : Language.values()) {
            List<Question> asked =
                    questions.stream().filter(q -> q.language() == language).toList();
            if (asked.isEmpty()) continue;
            String tag = language.name().toLowerCase(Locale.ROOT);
            List<Double> alike = asked.stream()
                    .map(question -> cosine(alone(question), theirs.of(question)))
                    .toList();
            rows.add(Measurement.atLeast("cosine to langchain4j " + tag, alike, SAME_DIRECTION));
            for (int callers : CALLERS) rows.addAll(measure(asked, theirs, callers, tag));
        }
        return rows;
    }

    private List<Measurement> measure(List<Question> questions, Embedding theirs, int callers, String language)
            throws InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            alone(questions.get(i % questions.size()));
            theirs.of(questions.get(i % questions.size()));
        }
        Timed reference = new Timed("langchain4j", theirs);
        List<Timed> ours = List.of(new Timed("vector", this::alone), new Timed("vector and tokens", this::withTokens));
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            for (int from = 0; from < questions.size(); from += callers * TURN) {
                List<Question> turn = questions.subList(from, Math.min(questions.size(), from + callers * TURN));
                time(reference, turn, callers, threads);
                for (Timed way : ours) time(way, turn, callers, threads);
            }
        }
        List<Measurement> rows = new ArrayList<>();
        for (Timed way : ours) {
            String name = "embedding " + language + ", callers " + callers + ", " + way.name();
            rows.add(Measurement.medianAgainst(name + ", p50", way.millis(), reference.millis()));
            rows.add(Measurement.tailAgainst(name + ", p95", way.millis(), reference.millis()));
        }
        return rows;
    }

    /** Each caller asks its share of the questions, one after the other, while the others ask theirs. */
    private static void time(Timed way, List<Question> questions, int callers, ExecutorService threads)
            throws InterruptedException {
        List<Future<List<Double>>> asked = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            int first = caller;
            asked.add(threads.submit(() -> {
                List<Double> millis = new ArrayList<>();
                for (int i = first; i < questions.size(); i += callers)
                    millis.add(timed(way.embedding(), questions.get(i)));
                return millis;
            }));
        }
        for (Future<List<Double>> caller : asked) {
            try {
                way.millis().addAll(caller.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a question was not embedded", e);
            }
        }
    }

    private float[] alone(Question question) {
        return embedder.whole(question.text(), question.language()).vector();
    }

    private float[] withTokens(Question question) {
        return embedder.question(question.text(), question.language()).whole().vector();
    }

    private static double timed(Embedding embedding, Question question) {
        long start = System.nanoTime();
        embedding.of(question);
        return (System.nanoTime() - start) / 1e6;
    }

    private static double cosine(float[] left, float[] right) {
        double product = 0;
        double leftSquare = 0;
        double rightSquare = 0;
        for (int i = 0; i < left.length; i++) {
            product += left[i] * (double) right[i];
            leftSquare += left[i] * (double) left[i];
            rightSquare += right[i] * (double) right[i];
        }
        return product / Math.sqrt(leftSquare * rightSquare);
    }
}
