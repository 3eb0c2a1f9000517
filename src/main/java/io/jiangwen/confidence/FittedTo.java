package io.jiangwen.confidence;

/**
 * What a calibration was fitted to, as far as a change of it asks for another fit.
 *
 * @param basis version of the shipped calibration that was adapted
 * @param passages public ones
 * @param ranking what passages are found and ranked by, models included
 * @param verdicts of people that had arrived
 */
public record FittedTo(int basis, long passages, String ranking, int verdicts) {
    private static final double CHANGE = 0.1;

    /**
     * Verdicts move the weights, so a fit with more of them begins another count of audits. Between two fits there must
     * be room for the 41 right answers in a row that certify at 10 %: at least so many more, and half as many again.
     */
    private static final int LEAST_VERDICTS = 100;

    private static final double MORE_VERDICTS = 0.5;

    /** Whether other things, a tenth more or less passages, or many more verdicts are there now. */
    public boolean differsEnoughFrom(FittedTo now) {
        return basis != now.basis
                || !ranking.equals(now.ranking)
                || Math.abs(passages - now.passages) > CHANGE * passages
                || now.verdicts - verdicts >= Math.max(LEAST_VERDICTS, MORE_VERDICTS * verdicts);
    }
}
