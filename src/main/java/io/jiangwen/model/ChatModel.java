package io.jiangwen.model;

import java.util.Optional;
import java.util.function.Consumer;

/** A chat model that may not be there, may be slow and may be wrong. */
public interface ChatModel {
    /** The endpoint's name of the model; empty where no endpoint is configured. */
    Optional<String> name();

    /**
     * Asks and waits for the whole reply, handing on its pieces as they arrive, without its thoughts. Blocking, never
     * longer than configured; never inside a transaction. Asks again where the endpoint was too busy and has said
     * nothing yet.
     *
     * @param pieces called from another thread, in order, never after this method has returned
     * @param callOff ends the call at once: its connection is closed and its place is free
     * @throws ChatFailed when there is no endpoint, it fails, refuses, is overloaded, does not finish in time or is called
     *     off; what was handed on before then is void
     */
    ChatReply reply(ChatPrompt prompt, Consumer<String> pieces, CallOff callOff) throws ChatFailed;

    /** The same for a reply that nobody calls off. */
    default ChatReply reply(ChatPrompt prompt, Consumer<String> pieces) throws ChatFailed {
        return reply(prompt, pieces, new CallOff());
    }
}
