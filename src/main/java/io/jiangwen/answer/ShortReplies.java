package io.jiangwen.answer;

import io.jiangwen.model.ChatFailed;
import io.jiangwen.model.ChatModel;
import io.jiangwen.model.ChatPrompt;
import io.jiangwen.text.Language;
import io.jiangwen.text.Normalizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One sentence from a chat model, believed only when it looks like one: short, a single line, no markup, in the language
 * it was asked in. Whoever gets none goes by a rule. Blocking; never inside a transaction.
 */
@ApplicationScoped
class ShortReplies {
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>|&[a-z#0-9]+;|```|https?://|\\]\\(");

    private final ChatModel model;
    private final Prompts prompts;

    ShortReplies(ChatModel model, Prompts prompts) {
        this.model = model;
        this.prompts = prompts;
    }

    /** A reply that passed, and what made it. */
    record ShortReply(String text, String prompt, String model) {}

    /**
     * Empty without a model, and when it fails or says something else than it was asked for.
     *
     * @param user what the prompt is about: data
     * @param most characters of the reply
     */
    Optional<ShortReply> ask(String prompt, Language language, String user, int most) {
        if (model.name().isEmpty()) return Optional.empty();
        Prompts.Prompt instructions = prompts.load(prompt, language);
        try {
            String text = Normalizer.clean(model.reply(new ChatPrompt(instructions.text(), user), piece -> {})
                    .text());
            if (!isSound(text, language, most)) return Optional.empty();
            return Optional.of(
                    new ShortReply(text, instructions.version(), model.name().orElseThrow()));
        } catch (ChatFailed e) {
            // Logged and counted where it happened.
            return Optional.empty();
        }
    }

    private static boolean isSound(String text, Language language, int most) {
        return !text.isBlank()
                && text.length() <= most
                && text.indexOf('\n') < 0
                && !MARKUP.matcher(text).find()
                && Language.of(text) == language;
    }
}
