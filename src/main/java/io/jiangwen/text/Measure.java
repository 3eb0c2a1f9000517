package io.jiangwen.text;

/**
 * A number of a text with what it counts.
 *
 * @param value in the base unit of its dimension; as written where there is no unit
 * @param number as written
 * @param dimension such as {@code length} or {@code volume/time}; empty where no unit stands beside the number
 * @param bound whether the text calls it a least, a most or neither
 * @param range where it stands in the text that {@link Measures#readable} gives
 */
public record Measure(double value, double number, String dimension, Bound bound, TextRange range) {
    private static final double CLOSE = 1e-6;

    /** What a text says about a number. */
    public enum Bound {
        AT_LEAST,
        AT_MOST,
        NONE
    }

    public Measure {
        if (!Double.isFinite(value) || !Double.isFinite(number)) throw new IllegalArgumentException("not a number");
    }

    /**
     * Whether both give the same amount: {@code 0.02 mm} and {@code 2丝}. A number without a unit is the same as one
     * with any, for tables put the unit into the head; counts are the same whatever is counted.
     */
    public boolean isSameAmount(Measure other) {
        if (dimension.equals(other.dimension)) return close(value, other.value);
        if (isBare() || other.isBare()) return close(number, other.number);
        boolean degrees = isDegrees() && other.isDegrees();
        return degrees && close(number, other.number);
    }

    /** Whether the text of both rules the other out: one says at least, the other at most. */
    public boolean isBoundOtherwise(Measure other) {
        return bound != Bound.NONE && other.bound != Bound.NONE && bound != other.bound;
    }

    /** Whether it only counts things or stands alone. */
    public boolean isBare() {
        return dimension.isEmpty() || dimension.equals("count");
    }

    /** 度 and ° are said of angles and of temperatures. */
    private boolean isDegrees() {
        return dimension.equals("angle") || dimension.equals("celsius");
    }

    private static boolean close(double a, double b) {
        return Math.abs(a - b) <= CLOSE * Math.max(Math.abs(a), Math.abs(b));
    }
}
