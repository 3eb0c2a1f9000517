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
    private static final int LEAST_VERDICTS = 20;

    /** Whether something else than a tenth more or less of it is there now. */
    public boolean differsEnoughFrom(FittedTo now) {
        return basis != now.basis
                || !ranking.equals(now.ranking)
                || Math.abs(passages - now.passages) > CHANGE * passages
                || now.verdicts - verdicts >= Math.max(LEAST_VERDICTS, CHANGE * verdicts);
    }
}
