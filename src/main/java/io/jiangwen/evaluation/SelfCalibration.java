package io.jiangwen.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Fits the calibration to the knowledge at hand, by questions that are made of it. */
@ApplicationScoped
class SelfCalibration {
    private static final int SOURCES = 400;
    private static final long SEED = 1;

    private final SourceSample sample;
    private final SelfExamination examination;

    SelfCalibration(SourceSample sample, SelfExamination examination) {
        this.sample = sample;
        this.examination = examination;
    }

    /** Asks the knowledge questions that were made of it. Blocking, for half a minute. */
    List<SelfExamination.Examined> examine(ExecutorService threads, Progress progress)
            throws SQLException, InterruptedException {
        List<PseudoQuestion> questions = new PseudoQuestions(sample.draw(SOURCES, SEED), SEED).make();
        List<Future<SelfExamination.Examined>> asked = questions.stream()
                .map(question -> threads.submit(() -> examination.ask(question)))
                .toList();
        List<SelfExamination.Examined> examined = new ArrayList<>();
        for (Future<SelfExamination.Examined> each : asked) {
            try {
                examined.add(each.get());
            } catch (ExecutionException e) {
                asked.forEach(other -> other.cancel(false));
                throw new IllegalStateException("a pseudo-question could not be asked", e.getCause());
            }
            progress.of("pseudo-questions", examined.size(), questions.size());
        }
        return examined;
    }
}
