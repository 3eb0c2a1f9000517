package io.jiangwen.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What {@code ./jiangwen bench} was asked for.
 *
 * @param passages how many the query path searches
 */
record BenchOptions(Suite suite, int passages, boolean json) {
    static final String USAGE = "Usage: ./jiangwen bench [query|embed|load|all] [--passages N] [--json]";

    private static final String DEFAULT_PASSAGES = "10000";

    /** What is measured. */
    enum Suite {
        /** The query path without a chat model. */
        QUERY,
        /** Embedding a question. */
        EMBED,
        /** A running service, asked over HTTP. */
        LOAD,
        ALL
    }

    /** @throws Refused with what is wrong */
    static BenchOptions parse(List<String> args) throws Refused {
        Arguments given = Arguments.parse(args, Set.of("--passages"), Set.of("--json"));
        if (given.words().size() > 1) throw new Refused("bench takes one of query, embed, load and all");
        String suite = given.words().isEmpty() ? "all" : given.words().getFirst();
        return new BenchOptions(
                suite(suite), passages(given.one("--passages").orElse(DEFAULT_PASSAGES)), given.has("--json"));
    }

    boolean includes(Suite one) {
        return suite == one || suite == Suite.ALL;
    }

    private static Suite suite(String word) throws Refused {
        for (Suite suite : Suite.values()) {
            if (suite.name().toLowerCase(Locale.ROOT).equals(word)) return suite;
        }
        throw new Refused("bench does not know '" + word + "'");
    }

    private static int passages(String number) throws Refused {
        try {
            int passages = Integer.parseInt(number);
            if (passages >= 1) return passages;
        } catch (NumberFormatException e) {
            throw new Refused("--passages is a number of 1 or more, not '" + number + "'");
        }
        throw new Refused("--passages is a number of 1 or more, not '" + number + "'");
    }
}
