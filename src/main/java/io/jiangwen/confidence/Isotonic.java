package io.jiangwen.confidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Isotonic regression by pooling adjacent violators (Ayer et al. 1955; for probabilities Zadrozny and Elkan 2002): the
 * shares of right ones that never fall as the log odds rise. Pure.
 */
final class Isotonic {
    /** Pseudo-counts of both outcomes in each block, so that no block promises certainty (Laplace's rule by half). */
    private static final double DOUBT = 0.5;

    private Isotonic() {}

    /**
     * An observation.
     *
     * @param weight above 0
     */
    record Observation(double logit, boolean right, double weight) {
        Observation {
            if (!(weight > 0)) throw new IllegalArgumentException("weight " + weight);
        }
    }

    private record Block(double logits, double right, double weight) {
        Block with(Block other) {
            return new Block(logits + other.logits, right + other.right, weight + other.weight);
        }

        double share() {
            return right / weight;
        }
    }

    /**
     * A point at the middle of each block.
     *
     * @param least weight of a block: what is lighter joins the block below
     */
    static Curve fit(List<Observation> observations, double least) {
        List<Observation> rising = observations.stream()
                .sorted(Comparator.comparingDouble(Observation::logit))
                .toList();
        List<Block> blocks = new ArrayList<>();
        for (Observation each : rising) {
            Block block = new Block(each.weight() * each.logit(), each.right() ? each.weight() : 0, each.weight());
            while (!blocks.isEmpty() && blocks.getLast().share() >= block.share())
                block = blocks.removeLast().with(block);
            blocks.add(block);
        }
        List<Curve.Point> points = new ArrayList<>();
        for (Block block : joined(blocks, least)) {
            double share = (block.right() + DOUBT) / (block.weight() + 2 * DOUBT);
            double from = block.logits() / block.weight();
            double to = Math.log(share / (1 - share));
            if (points.isEmpty()
                    || (from > points.getLast().from() && to > points.getLast().to()))
                points.add(new Curve.Point(from, to));
        }
        return new Curve(points);
    }

    private static List<Block> joined(List<Block> blocks, double least) {
        List<Block> joined = new ArrayList<>();
        for (Block block : blocks) {
            boolean light = !joined.isEmpty()
                    && (block.weight() < least || joined.getLast().weight() < least);
            joined.add(light ? joined.removeLast().with(block) : block);
        }
        return joined;
    }
}
