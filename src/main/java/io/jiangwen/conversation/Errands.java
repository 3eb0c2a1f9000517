package io.jiangwen.conversation;

import io.jiangwen.account.Caller;
import io.jiangwen.answer.AnswerListener;
import io.jiangwen.knowledge.ArticleReader;
import io.jiangwen.knowledge.Readership;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Questions that somebody brings along for others, each the first of a thread of its own. */
@ApplicationScoped
public class Errands {
    /** By which the question that began the thread is found among those that followed. */
    private static final String KEY = "errand";

    private final Conversations conversations;
    private final TurnStore turns;
    private final AskFlow flow;
    private final ArticleReader articles;
    private final Clock clock;

    Errands(Conversations conversations, TurnStore turns, AskFlow flow, ArticleReader articles, Clock clock) {
        this.conversations = conversations;
        this.turns = turns;
        this.flow = flow;
        this.articles = articles;
        this.clock = clock;
    }

    /**
     * Asks, blocking. Asked again with the same thread it is the same turn, also when nobody was told of it before.
     *
     * @param question cleaned, neither blank nor too long
     * @return the outcome
     */
    public String ask(Caller caller, UUID thread, String question) {
        if (!conversations.hasBegun(thread)) conversations.create(caller, thread);
        Asking asking = new Asking(caller, thread, UUID.randomUUID(), question, KEY, clock.instant());
        return flow.ask(asking, AnswerListener.NONE).outcome().name();
    }

    /** What became of the questions, tickets as they are now, by thread; as much as the reader may read. */
    @Transactional
    public Map<UUID, Errand> told(Collection<UUID> threads, Caller reader) {
        Map<UUID, Errand> told = new HashMap<>();
        for (UUID thread : threads) {
            turns.ofKey(thread, KEY).ifPresent(turn -> told.put(thread, Errand.of(thread, turn, isKept(turn, reader))));
        }
        return told;
    }

    private boolean isKept(Turn turn, Caller reader) {
        Readership readership = Readership.of(reader);
        return turn.citations().stream()
                .anyMatch(source -> articles.version(source.article(), source.version(), readership)
                        .isEmpty());
    }
}
