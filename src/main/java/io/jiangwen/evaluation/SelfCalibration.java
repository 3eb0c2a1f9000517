package io.jiangwen.evaluation;

import io.jiangwen.confidence.Calibration;
import io.jiangwen.confidence.CalibrationStore;
import io.jiangwen.confidence.Fit;
import io.jiangwen.confidence.FittedTo;
import io.jiangwen.confidence.JudgedSignals;
import io.jiangwen.confidence.Reliability;
import io.jiangwen.confidence.SelfFit;
import io.jiangwen.confidence.VerdictStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Fits the shipped calibration to the knowledge at hand, by questions that are made of it and by what people said. */
@ApplicationScoped
class SelfCalibration {
    private final SourceSample sample;
    private final SelfExamination examination;
    private final CalibrationStore calibrations;
    private final VerdictStore verdicts;

    SelfCalibration(
            SourceSample sample, SelfExamination examination, CalibrationStore calibrations, VerdictStore verdicts) {
        this.sample = sample;
        this.examination = examination;
        this.calibrations = calibrations;
        this.verdicts = verdicts;
    }

    /**
     * A calibration that is in force from now on.
     *
     * @param examined what it was fitted with, beside verdicts
     */
    record Fitted(Calibration calibration, Fit fit, List<SelfExamination.Examined> examined) {}

    /** What a fit would be fitted to now. */
    FittedTo now() throws SQLException {
        int shipped = calibrations.shipped().version();
        SourceSample.State state = sample.state();
        return new FittedTo(shipped, state.passages(), state.ranking(), verdicts.count(shipped));
    }

    /** Lets the shipped calibration for any knowledge judge where the one in force was fitted to other knowledge. */
    void leaveWhatWasFittedToOther() throws SQLException {
        Optional<FittedTo> fitted = calibrations.fittedTo();
        if (fitted.isPresent() && fitted.get().differsEnoughFrom(now())) calibrations.leaveFits();
    }

    /** Fits and puts the fit in force. Blocking, for as long as {@link SelfExamination#examine}. */
    Fitted fit(SelfExamination.Pace pace) throws SQLException, InterruptedException {
        FittedTo state = now();
        Calibration shipped = calibrations.shipped();
        List<JudgedSignals> said = verdicts.of(shipped.version());
        List<SelfExamination.Examined> examined = examination.examine(pace);
        List<SelfExamination.Examined> hidden =
                examined.stream().filter(each -> each.asked().masked()).toList();
        Calibration fitted = new Calibration(
                0,
                "self",
                SelfFit.fit(
                        shipped.coefficients(),
                        hidden.stream().map(SelfExamination.Examined::signals).toList(),
                        said),
                shipped.threshold(),
                shipped.alpha());
        Fit fit = figures(fitted, examined, hidden.size(), said.size());
        String fittedOn = shipped.name() + " (" + calibrations.shippedFittedOn() + "), adapted to " + state.passages()
                + " passages by " + examined.size() + " questions made of them and " + said.size()
                + " verdicts of people";
        return new Fitted(calibrations.put(fitted, fittedOn, fit, state), fit, examined);
    }

    private static Fit figures(Calibration fitted, List<SelfExamination.Examined> examined, int hidden, int verdicts) {
        List<Double> probabilities = examined.stream()
                .map(each -> fitted.probability(each.signals()))
                .toList();
        List<Boolean> right =
                examined.stream().map(SelfExamination.Examined::right).toList();
        double auroc =
                right.contains(true) && right.contains(false) ? new Selection(probabilities, right).auroc() : 0.5;
        Reliability reliability = Reliability.of(probabilities, right);
        return new Fit(examined.size(), hidden, verdicts, auroc, reliability.error(), reliability);
    }
}
