package io.jiangwen.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * Words of a sentence that stand in the place of other words of the evidence, with the same words around them: copper
 * where the source says aluminium.
 *
 * @param said words of the sentence
 * @param stated words of the evidence in their place
 * @param anchored share of the clause's weight that is the same around them, in [0, 1]
 */
record Swap(List<String> said, List<String> stated, double anchored) {
    Swap {
        said = List.copyOf(said);
        stated = List.copyOf(stated);
    }

    /** All swaps between a clause and the clause it speaks of, by a longest common subsequence of their words. */
    static List<Swap> between(Clause clause, Alignment.Match match, Alignment alignment) {
        List<String> own = clause.sequence();
        List<String> others = match.clause().sequence();
        boolean[][] same = new boolean[own.size()][others.size()];
        for (int i = 0; i < own.size(); i++)
            for (int j = 0; j < others.size(); j++) same[i][j] = alignment.isSame(own.get(i), others.get(j));
        int[][] length = lengths(same, own.size(), others.size());
        List<Swap> swaps = new ArrayList<>();
        List<String> said = new ArrayList<>();
        List<String> stated = new ArrayList<>();
        double anchored = 0;
        int i = 0;
        int j = 0;
        while (i < own.size() && j < others.size()) {
            if (same[i][j] && length[i][j] == length[i + 1][j + 1] + 1) {
                add(said, stated, swaps);
                anchored += clause.words().getOrDefault(own.get(i), 0.0);
                i++;
                j++;
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                said.add(own.get(i++));
            } else {
                stated.add(others.get(j++));
            }
        }
        while (i < own.size()) said.add(own.get(i++));
        while (j < others.size()) stated.add(others.get(j++));
        add(said, stated, swaps);
        double share = clause.weight() == 0 ? 0 : Math.min(1, anchored / clause.weight());
        return swaps.stream()
                .map(swap -> new Swap(swap.said(), swap.stated(), share))
                .toList();
    }

    private static int[][] lengths(boolean[][] same, int rows, int columns) {
        int[][] length = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--)
            for (int j = columns - 1; j >= 0; j--)
                length[i][j] = same[i][j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
        return length;
    }

    private static void add(List<String> said, List<String> stated, List<Swap> swaps) {
        if (!said.isEmpty() && !stated.isEmpty()) swaps.add(new Swap(said, stated, 0));
        said.clear();
        stated.clear();
    }
}
