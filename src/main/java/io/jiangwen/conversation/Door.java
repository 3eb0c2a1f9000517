package io.jiangwen.conversation;

import io.jiangwen.account.AccountConfig;
import io.jiangwen.account.Caller;
import io.jiangwen.account.RateLimiter;
import io.jiangwen.problem.Problem;
import io.jiangwen.question.Question;
import io.jiangwen.text.Normalizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets questions in: cleaned, of a sane length, and not too many a minute. */
@ApplicationScoped
class Door {
    private static final int LONGEST_KEY = 200;

    private final RateLimiter limiter;
    private final AccountConfig config;
    private final Clock clock;

    Door(RateLimiter limiter, AccountConfig config, Clock clock) {
        this.limiter = limiter;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @throws Problem.Invalid for an empty or too long question
     * @throws RateLimiter.TooManyRequests when the caller asks too often
     */
    Asking admit(Caller caller, UUID conversation, @Nullable String question, @Nullable String key) {
        requireKey(key);
        return new Asking(caller, conversation, UUID.randomUUID(), admit(caller, question), key, clock.instant());
    }

    /** The question of an earlier turn again; throws as the other does. */
    Asking again(Caller caller, UUID conversation, Turn earlier, @Nullable String key) {
        requireKey(key);
        String text = admit(caller, earlier.question());
        return new Asking(caller, conversation, UUID.randomUUID(), text, key, clock.instant(), earlier.id());
    }

    private static void requireKey(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new Problem.Invalid("invalid-idempotency-key", "Idempotency-Key has 1 to 200 characters.");
        }
    }

    /** The cleaned question of a caller who may ask now; throws as the other does. */
    String admit(Caller caller, @Nullable String question) {
        String text = text(question);
        limiter.take(
                "turns:" + caller.id().value(),
                caller.isVisitor() ? config.visitorTurnsPerMinute() : config.accountTurnsPerMinute(),
                Duration.ofMinutes(1));
        return text;
    }

    private static String text(@Nullable String question) {
        String text = question == null ? "" : Normalizer.clean(question);
        if (text.isBlank()) throw new Problem.Invalid("empty-question", "Write what you want to know.");
        if (text.length() > Question.LONGEST) {
            throw new Problem.Invalid(
                    "question-too-long",
                    "A question has at most " + Question.LONGEST + " characters; this one has " + text.length() + ".");
        }
        return text;
    }
}
