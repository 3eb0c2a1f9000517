package io.jiangwen.answer;

import io.jiangwen.model.ChatReply;
import java.util.List;
import java.util.Optional;

/**
 * How an answer came about, to be stored with its turn.
 *
 * @param reply what the chat model's reply took; empty where none was asked or none came
 * @param modelFailed whether a chat model was asked, gave no usable reply, and the sources were quoted instead
 * @param dropped sentences that did not pass the citation check
 */
public record Making(Optional<ChatReply> reply, boolean modelFailed, List<Dropped> dropped) {
    /** Quoted from the sources, as configured. */
    public static final Making QUOTED = new Making(Optional.empty(), false, List.of());

    public Making {
        dropped = List.copyOf(dropped);
    }
}
