package io.jiangwen.answer;

import io.jiangwen.model.CallOff;
import io.jiangwen.question.Question;
import io.jiangwen.text.LexicalAnalyzer;
import io.jiangwen.text.Quantities;
import io.jiangwen.text.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes a follow-up a question of its own: in a model's words where there is a model and they hold, else by rule.
 */
@ApplicationScoped
class FollowUps {
    private static final int LONGEST_REWRITE = 300;

    private final ShortReplies replies;
    private final Standalone rule = new Standalone();
    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();

    FollowUps(ShortReplies replies) {
        this.replies = replies;
    }

    /**
     * Searches and judges a question as it stands in its thread. Blocking.
     *
     * @param examine searches and judges a question that stands alone
     */
    Examined standalone(Question question, CallOff callOff, Function<Question, Examined> examine) {
        if (question.before().isEmpty()) return examine.apply(question);
        return switch (rule.reads(question)) {
            case ALONE -> examine.apply(question);
            case FOLLOWS -> examine.apply(byModel(question, callOff).orElseGet(() -> rule.joined(question)));
            case OPEN -> {
                Examined alone = examine.apply(question);
                Examined joined = examine.apply(byModel(question, callOff).orElseGet(() -> rule.joined(question)));
                yield rule.isBetter(joined, alone) ? joined : alone;
            }
        };
    }

    private Optional<Question> byModel(Question question, CallOff callOff) {
        String user = String.join("\n", question.before()) + "\n---\n" + question.text();
        return replies.ask(new ShortReplies.Request("rewrite", question.language(), user, LONGEST_REWRITE), callOff)
                .map(ShortReplies.ShortReply::text)
                .filter(text -> holds(text, question))
                .map(question::in);
    }

    /** Whether a rewrite says what the thread says: no number that nobody wrote, and something of the question itself. */
    private boolean holds(String rewritten, Question question) {
        String thread = String.join("\n", question.before()) + "\n" + question.text();
        if (!Quantities.missing(rewritten, thread).isEmpty()) return false;
        Set<String> own = words(question.text());
        Set<String> known = words(thread);
        Set<String> said = words(rewritten);
        if (said.isEmpty()) return false;
        Set<String> foreign = new HashSet<>(said);
        foreign.removeAll(known);
        return foreign.size() * 2 <= said.size()
                && (own.isEmpty() || own.stream().anyMatch(said::contains));
    }

    private Set<String> words(String text) {
        return Terms.contentTerms(analyzer.lexemes(text));
    }
}
