package io.jiangwen.evaluation;

import io.jiangwen.knowledge.KnowledgeSample;
import io.jiangwen.retrieval.Lesson;
import io.jiangwen.retrieval.RankingLearner;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fits the weights of the ranking to questions made of the published knowledge. */
@ApplicationScoped
class RankingRefit implements Refit {
    static final String PART = "ranking";

    private final KnowledgeSample sample;
    private final RankingLearner learner;
    private final EvaluationConfig config;

    RankingRefit(KnowledgeSample sample, RankingLearner learner, EvaluationConfig config) {
        this.sample = sample;
        this.learner = learner;
        this.config = config;
    }

    @Override
    public String part() {
        return PART;
    }

    @Override
    public Refitted run() {
        try {
            List<KnowledgeSample.Sampled> articles = sample.articles(config.refitQuestions());
            List<Lesson> lessons = PseudoQuestions.of(articles, config.refitQuestions());
            RankingLearner.Learned learned = learner.learn(lessons);
            Map<String, Double> figures = new TreeMap<>(learned.figures());
            figures.put("articles", (double) articles.size());
            return new Refitted(PART, learned.version(), learned.reason(), figures);
        } catch (SQLException e) {
            throw new IllegalStateException("the published knowledge could not be read", e);
        }
    }
}
