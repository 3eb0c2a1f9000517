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

/** Our embedding of questions against langchain4j's own, the two taking turns on the same questions. */
@Unremovable
@ApplicationScoped
class EmbedBench {
    private static final int WARM_UP = 20;
    private static final double SAME_DIRECTION = 0.9999;

    private final Embedder embedder;

    EmbedBench(Embedder embedder) {
        this.embedder = embedder;
    }

    private interface Embedding {
        float[] of(Question question);
    }

    /** Per language: how long, and how alike. Questions in at least one language. */
    List<Measurement> measure(List<Question> questions) {
        PlainEmbedder theirs = PlainEmbedder.ofLangchain4j();
        List<Measurement> rows = new ArrayList<>();
        for (Language language : Language.values()) {
            List<Question> asked =
                    questions.stream().filter(q -> q.language() == language).toList();
            if (!asked.isEmpty())
                rows.addAll(measure(asked, theirs, language.name().toLowerCase(Locale.ROOT)));
        }
        return rows;
    }

    private List<Measurement> measure(List<Question> questions, PlainEmbedder reference, String language) {
        Embedding theirs = question ->
                reference.question(question.text(), question.language()).whole().vector();
        Embedding ours = question ->
                embedder.question(question.text(), question.language()).whole().vector();
        for (int i = 0; i < WARM_UP; i++) {
            Question question = questions.get(i % questions.size());
            timed(ours, question);
            timed(theirs, question);
        }
        List<Double> our = new ArrayList<>();
        List<Double> their = new ArrayList<>();
        List<Double> alike = new ArrayList<>();
        for (Question question : questions) {
            our.add(timed(ours, question));
            their.add(timed(theirs, question));
            alike.add(cosine(ours.of(question), theirs.of(question)));
        }
        return List.of(
                Measurement.medianAgainst("query embedding " + language, our, their),
                Measurement.atLeast("cosine to langchain4j " + language, alike, SAME_DIRECTION));
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
