package io.jiangwen.craftsman;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Shares offers out among those who fit: the best first, but nobody gets more than a part of all offers of the window as
 * long as somebody else fits, and a part of each ticket's offers is for newcomers. Pure.
 *
 * @param offers of a ticket
 * @param largestShare of the window's offers
 * @param sharedFrom offers in the window before the share counts
 * @param newcomers part of a ticket's offers, rounded up
 */
record FairShare(int offers, double largestShare, int sharedFrom, double newcomers) {
    /** Where there are few craftsmen, each must bear more: none of them less than twice an equal part. */
    static FairShare of(CraftsmanConfig config, int craftsmen) {
        double share = Math.max(config.largestShare(), Math.min(1, 2.0 / Math.max(1, craftsmen)));
        return new FairShare(config.offers(), share, config.sharedFrom(), config.newcomers());
    }

    /**
     * Somebody who fits.
     *
     * @param offered offers he got within the window
     * @param newcomer whether nobody has confirmed a fix of his yet
     */
    record Fitting(Match match, int offered, boolean newcomer) {}

    /**
     * @param fitting the best first
     * @param total offers of the window, to anybody
     * @return at most as many as there are offers, the best first
     */
    List<Fitting> choose(List<Fitting> fitting, int total) {
        List<Fitting> open = fitting.stream().filter(one -> !isFull(one, total)).toList();
        if (open.isEmpty()) return fewestOffersFirst(fitting);
        List<Fitting> chosen = new ArrayList<>(open.subList(0, Math.min(offers, open.size())));
        int wanted = (int) Math.ceil(newcomers * offers);
        List<Fitting> waiting = open.stream()
                .skip(chosen.size())
                .filter(Fitting::newcomer)
                .sorted(Comparator.comparingInt(Fitting::offered))
                .toList();
        int newOnes = (int) chosen.stream().filter(Fitting::newcomer).count();
        for (Fitting newcomer : waiting) {
            if (newOnes >= wanted) break;
            if (!replaceLastVeteran(chosen, newcomer)) break;
            newOnes++;
        }
        return List.copyOf(chosen);
    }

    /** Everybody who fits has had his share: those who had least. */
    private List<Fitting> fewestOffersFirst(List<Fitting> fitting) {
        return fitting.stream()
                .sorted(Comparator.comparingInt(Fitting::offered))
                .limit(offers)
                .toList();
    }

    private boolean isFull(Fitting one, int total) {
        return total >= sharedFrom && one.offered() + 1 > largestShare * (total + offers);
    }

    /** The newcomer comes last: his match is the weakest. False where there is no veteran to give way. */
    private static boolean replaceLastVeteran(List<Fitting> chosen, Fitting newcomer) {
        for (int i = chosen.size() - 1; i >= 0; i--) {
            if (chosen.get(i).newcomer()) continue;
            chosen.remove(i);
            chosen.add(newcomer);
            return true;
        }
        return false;
    }
}
