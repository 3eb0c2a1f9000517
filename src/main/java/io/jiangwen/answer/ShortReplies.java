package io.jiangwen.answer;

import io.jiangwen.model.CallOff;
import io.jiangwen.model.ChatFailed;
import io.jiangwen.model.ChatModel;
import io.jiangwen.model.ChatPrompt;
import io.jiangwen.model.ChatReply;
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

    /**
     * What is asked for.
     *
     * @param prompt its name
     * @param user what the prompt is about: data
     * @param most characters of the reply
     */
    record Request(String prompt, Language language, String user, int most) {}

    /** A reply that passed, and what made it. */
    record ShortReply(String text, ModelCall call) {}

    /**
     * Empty without a model, and when it fails or says something else than it was asked for.
     *
     * @param callOff ends it at once
     */
    Optional<ShortReply> ask(Request request, CallOff callOff) {
        if (model.name().isEmpty()) return Optional.empty();
        Prompts.Prompt instructions = prompts.load(request.prompt(), request.language());
        try {
            ChatReply reply = model.reply(new ChatPrompt(instructions.text(), request.user()), piece -> {}, callOff);
            String text = Normalizer.clean(reply.text());
            if (!isSound(text, request.language(), request.most())) return Optional.empty();
            return Optional.of(new ShortReply(
                    text,
                    ModelCall.of(instructions.version(), model.name().orElseThrow(), reply)));
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
