package io.jiangwen.model;

import org.jspecify.annotations.Nullable;

/** The chat model gave no usable reply; somebody else must answer. */
public class ChatFailed extends Exception {
    private static final long serialVersionUID = 1L;

    public ChatFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
