package io.jiangwen.evaluation;

import io.jiangwen.confidence.Calibration;
import io.jiangwen.confidence.CalibrationStore;
import io.jiangwen.knowledge.KnowledgeCounts;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Loads the documents, asks every query, scores what came back. */
@Unremovable
@ApplicationScoped
class EvaluationRun {
    private final Loading loading;
    private final Rehearsal rehearsal;
    private final SelfCalibration self;
    private final SelfExamination examination;
    private final CalibrationStore calibrations;
    private final KnowledgeCounts counts;

    EvaluationRun(
            Loading loading,
            Rehearsal rehearsal,
            SelfCalibration self,
            SelfExamination examination,
            CalibrationStore calibrations,
            KnowledgeCounts counts) {
        this.loading = loading;
        this.rehearsal = rehearsal;
        this.self = self;
        this.examination = examination;
        this.calibrations = calibrations;
        this.counts = counts;
    }

    /**
     * What a run made.
     *
     * @param lines one per query, in the order of the queries
     * @param signals what the judge saw, where that was asked for
     * @param problems documents that could not be published
     */
    record Result(List<RunLine> lines, List<SignalsLine> signals, Report report, List<InputProblem> problems) {}

    /** Blocking; the database holds nothing but its schema. */
    Result run(EvaluationInput input, EvaluateOptions options, OwnSchema schema, Progress progress)
            throws SQLException, InterruptedException {
        Library library = new Library(input.documents());
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            schema.searchExactly();
            List<InputProblem> problems = loading.load(input.documents(), library, threads, progress);
            schema.analyse();
            Gate gate = new Gate(options.calibrate(), options.alpha());
            List<SelfExamination.Examined> examined = examined(options, threads, progress);
            List<Rehearsal.Asked> asked = ask(input.queries(), gate, library, threads, progress);
            List<RunLine> lines = asked.stream().map(Rehearsal.Asked::line).toList();
            return new Result(lines, signals(asked, examined), report(input, options, gate, lines), problems);
        }
    }

    /** After this the calibration in force is the one that was asked for. */
    private List<SelfExamination.Examined> examined(EvaluateOptions options, ExecutorService threads, Progress progress)
            throws SQLException, InterruptedException {
        self.leaveWhatWasFittedToOther();
        SelfExamination.Pace pace = new SelfExamination.Pace(threads, Instant.MAX, progress);
        if (options.calibrate() == EvaluateOptions.Calibrate.SELF)
            return self.fit(pace).examined();
        return options.signals().isPresent() ? examination.examine(pace) : List.of();
    }

    private static List<SignalsLine> signals(List<Rehearsal.Asked> asked, List<SelfExamination.Examined> examined) {
        return Stream.concat(
                        asked.stream().map(each -> SignalsLine.of(each.line().id(), each.signals())),
                        examined.stream().map(SignalsLine::of))
                .toList();
    }

    private List<Rehearsal.Asked> ask(
            List<Query> queries, Gate gate, Library library, ExecutorService threads, Progress progress)
            throws InterruptedException {
        List<Future<Rehearsal.Asked>> asked = queries.stream()
                .map(query -> threads.submit(() -> rehearsal.ask(query.id(), query.question(), gate, library)))
                .toList();
        List<Rehearsal.Asked> lines = new ArrayList<>();
        for (Future<Rehearsal.Asked> each : asked) {
            try {
                lines.add(each.get());
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw new IllegalStateException(
                        "the query " + queries.get(lines.size()).id() + " could not be asked", e.getCause());
            }
            progress.of("queries", lines.size(), queries.size());
        }
        return lines;
    }

    private Report report(EvaluationInput input, EvaluateOptions options, Gate gate, List<RunLine> lines) {
        Calibration calibration = calibrations.current();
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            RunLine line = lines.get(i);
            input.queries().get(i).label().ifPresent(label -> judged.add(line.judged(label)));
        }
        return new Report(
                new Report.Size(input.documents().size(), counts.passages(), lines.size()),
                new Report.Used(
                        options.calibrate(),
                        calibration.name(),
                        calibrations.fittedOn(),
                        options.alpha(),
                        gate.threshold(calibration)),
                Report.retrieval(judged),
                Report.selective(judged, options.seed()));
    }
}
