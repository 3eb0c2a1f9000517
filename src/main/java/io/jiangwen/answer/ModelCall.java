package io.jiangwen.answer;

import io.jiangwen.model.ChatReply;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a chat model's reply took that was used.
 *
 * @param prompt version of the prompt
 * @param model the endpoint's name of the model
 * @param tokensIn of the prompt, as the endpoint counted; null where it does not say
 */
public record ModelCall(
        String prompt,
        String model,
        @Nullable Integer tokensIn,
        @Nullable Integer tokensOut) {
    static ModelCall of(String prompt, String model, ChatReply reply) {
        return new ModelCall(prompt, model, orNull(reply.input()), orNull(reply.output()));
    }

    private static @Nullable Integer orNull(OptionalInt count) {
        return count.isPresent() ? count.getAsInt() : null;
    }
}
