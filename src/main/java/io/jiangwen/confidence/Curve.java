package io.jiangwen.confidence;

import java.util.List;

/**
 * A monotone correction of log odds: straight lines between points, and beyond the outermost ones as far from them as
 * before, so that no two different log odds become the same probability there and none becomes 0 or 1.
 *
 * @param points rising in both; none for no correction
 */
public record Curve(List<Point> points) {
    /** Corrects nothing. */
    public static final Curve NONE = new Curve(List.of());

    /**
     * What becomes of log odds.
     *
     * @param from log odds before
     * @param to log odds after
     */
    public record Point(double from, double to) {
        public Point {
            if (!Double.isFinite(from) || !Double.isFinite(to))
                throw new IllegalArgumentException("from " + from + " to " + to);
        }
    }

    public Curve {
        points = List.copyOf(points);
        for (int i = 1; i < points.size(); i++) {
            Point before = points.get(i - 1);
            Point after = points.get(i);
            if (!(after.from() > before.from() && after.to() >= before.to()))
                throw new IllegalArgumentException("not rising: " + before + ", " + after);
        }
    }

    /** Never falls where {@code logit} rises. */
    public double correct(double logit) {
        if (points.isEmpty()) return logit;
        Point first = points.getFirst();
        Point last = points.getLast();
        if (logit <= first.from()) return first.to() + logit - first.from();
        if (logit >= last.from()) return last.to() + logit - last.from();
        int next = 1;
        while (points.get(next).from() < logit) next++;
        Point low = points.get(next - 1);
        Point high = points.get(next);
        double share = (logit - low.from()) / (high.from() - low.from());
        return low.to() + share * (high.to() - low.to());
    }
}
