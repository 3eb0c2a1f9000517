package io.jiangwen.evaluation;

import java.util.Locale;

/** Counts how a citation check agrees with labels; "supported" is the positive class. */
final class CitationScores {
    private int rightly;
    private int wrongly;
    private int missed;
    private int stopped;

    void add(boolean supported, boolean found) {
        if (supported && found) rightly++;
        else if (found) wrongly++;
        else if (supported) missed++;
        else stopped++;
    }

    /** Of those found supported, the share that is; 1 where none was. */
    double precision() {
        return rightly + wrongly == 0 ? 1 : rightly / (double) (rightly + wrongly);
    }

    /** Of those supported, the share that was found; 1 where there are none. */
    double recall() {
        return rightly + missed == 0 ? 1 : rightly / (double) (rightly + missed);
    }

    int labelled() {
        return rightly + wrongly + missed + stopped;
    }

    /** A line of figures; empty where nothing was counted. */
    String table(String name) {
        if (labelled() == 0) return "";
        return String.format(
                Locale.ROOT,
                "%s: %d, precision %.3f, recall %.3f (supported: %d found, %d missed; not supported: %d stopped, %d passed)%n",
                name,
                labelled(),
                precision(),
                recall(),
                rightly,
                missed,
                stopped,
                wrongly);
    }
}
