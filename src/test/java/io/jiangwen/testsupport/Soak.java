package io.jiangwen.testsupport;

/** How often a long test repeats itself: as often as it should in {@code ./jiangwen test soak}, else a tenth. */
public final class Soak {
    private static final int SHARE = 10;

    private Soak() {}

    /** @param full repetitions of the full suite */
    public static int times(int full) {
        return "soak".equals(System.getProperty("jiangwen.suite")) ? full : Math.max(1, full / SHARE);
    }
}
