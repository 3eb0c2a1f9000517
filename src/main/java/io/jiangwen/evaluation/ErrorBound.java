package io.jiangwen.evaluation;

/** The exact upper bound of an error rate after a fixed number of looks (Clopper and Pearson 1934). */
final class ErrorBound {
    private static final int HALVINGS = 60;

    private ErrorBound() {}

    /**
     * The largest error rate under which {@code errors} or fewer among {@code n} are not rarer than {@code 1 - confidence}.
     *
     * @param confidence such as 0.95, one-sided
     * @return 1 where nothing was seen
     */
    static double upper(int errors, int n, double confidence) {
        if (errors < 0 || errors > n) throw new IllegalArgumentException(errors + " errors of " + n);
        if (errors == n) return 1;
        double low = errors / (double) n;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (atMost(errors, n, middle) >= 1 - confidence) low = middle;
            else high = middle;
        }
        return high;
    }

    /** P(X <= k) of a binomial variable with 0 < p < 1, summed from logarithms of its terms. */
    private static double atMost(int k, int n, double p) {
        double logTerm = n * Math.log1p(-p);
        double sum = Math.exp(logTerm);
        for (int i = 1; i <= k; i++) {
            logTerm += Math.log((n - i + 1.0) / i) + Math.log(p) - Math.log1p(-p);
            sum += Math.exp(logTerm);
        }
        return sum;
    }
}
