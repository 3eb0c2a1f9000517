package io.jiangwen.craftsman;

import java.util.List;
import java.util.UUID;

/**
 * A craftsman at work.
 *
 * @param candidate his id there is his account
 * @param card what he says of himself beyond what matching looks at
 * @param fixes of his that were confirmed
 */
record Craftsman(UUID account, String name, Candidate candidate, Card card, int fixes) {
    /**
     * @param titles such as 劳模 or 首席技师
     * @param languages tags of those he can answer in, as he wrote them
     * @param capacity tickets he wants to hold at most; negative where he has not said
     * @param visits whether he comes to an enterprise
     */
    record Card(List<String> titles, List<String> languages, int capacity, boolean available, boolean visits) {
        static final int UNLIMITED = -1;

        Card {
            titles = List.copyOf(titles);
            languages = List.copyOf(languages);
        }
    }

    /** Whether he can be offered one more. */
    boolean hasRoom(Workload workload) {
        return card.available() && (card.capacity() < 0 || workload.held() < card.capacity());
    }
}
